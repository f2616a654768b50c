// Whether resources of the operators are what their models say. The models' own check knows types, needed fields and patterns, but passes over fields
// that do not exist; TypeScript, which is told each resource as a literal of its type, does not.
// node check/resources.mjs FILE, a JSON array of resources; prints an array of complaints, {"resource": <its place in the array>, "says": "…"}.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const MODELS = {
  "gateway.networking.k8s.io": "gateway-api",
  "keda.sh": "keda",
  "monitoring.coreos.com": "prometheus-operator",
  "postgresql.cnpg.io": "cloudnative-pg",
};

const file = process.argv[2];
const resources = JSON.parse(readFileSync(file, "utf8"));
const complaints = [];
const sources = new Map();
const here = dirname(new URL(import.meta.url).pathname);

for (const [place, resource] of resources.entries()) {
  const { apiVersion, kind } = resource;
  const model = `@kubernetes-models/${MODELS[apiVersion.split("/")[0]]}/${apiVersion}/${kind}`;
  try {
    const type = (await import(model))[kind];
    new type(resource).validate();
    const path = join(here, `resource-${place}.ts`);
    sources.set(path, {
      place,
      text: `import type { I${kind} } from "${model}";\nexport const it: I${kind} = ${JSON.stringify(resource, null, 2)};\n`,
    });
  } catch (fault) {
    complaints.push({ resource: place, says: fault.message });
  }
}

const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.fileExists = (path) => sources.has(path) || fileExists(path);
host.readFile = (path) => sources.get(path)?.text ?? readFile(path);
host.getSourceFile = (path, ...others) =>
  sources.has(path) ? ts.createSourceFile(path, sources.get(path).text, ts.ScriptTarget.ES2022) : getSourceFile(path, ...others);
const program = ts.createProgram([...sources.keys()], options, host);
for (const path of sources.keys()) {
  for (const found of ts.getPreEmitDiagnostics(program, program.getSourceFile(path))) {
    complaints.push({ resource: sources.get(path).place, says: ts.flattenDiagnosticMessageText(found.messageText, " ") });
  }
}
process.stdout.write(JSON.stringify(complaints));
