package eu.mieux.chassis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Puts a service's contract into words for its readers, while it is built: a page of {@code DeploymentView} is a
 * {@code DeploymentPage} of {@code Deployment}, what may be null says so, whatever is refused is a {@code Problem}, and all that
 * the chassis does for every operation (fields, repeatable calls, headers, bounds) is said of every operation.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Wording implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String VIEW = "View";
    private static final String PAGE = "Page";

    /** Every mention of a schema by name. The document as a whole comes last, when all of them have been seen. */
    private final List<Schema> references = new ArrayList<>();

    private final IndexView index;

    /** Made by the build, which hands over all that it knows of the classes. */
    public Wording(IndexView index) {
        this.index = index;
    }

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null && schema.getRef().startsWith(SCHEMAS)) {
            references.add(schema);
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        if (components == null || components.getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = new TreeMap<>(components.getSchemas());
        new Nullness(index).mark(schemas);
        rename(views(schemas), schemas);
        rename(pages(schemas), schemas);
        components.setSchemas(schemas);
        references.clear();
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            SortParameter.describe(document);
            FieldsParameter.describe(document);
            new RepeatableCalls(index).describe(document);
            AnswerHeaders.describe(document);
            SharedParameters.describe(document);
            ProblemAnswers.describe(document);
            Bounds.describe(document);
        }
    }

    /** {@code DeploymentView} is what a client sees of a deployment: to it, that is the deployment. */
    private static Map<String, String> views(Map<String, Schema> schemas) {
        Map<String, String> names = new HashMap<>();
        for (String name : schemas.keySet()) {
            String plain = name.endsWith(VIEW) ? name.substring(0, name.length() - VIEW.length()) : "";
            if (!plain.isEmpty() && !schemas.containsKey(plain)) {
                names.put(name, plain);
            }
        }
        return names;
    }

    /** {@code PageDeploymentView}, as the scanner calls {@code Page<DeploymentView>}, by the name of its items. */
    private static Map<String, String> pages(Map<String, Schema> schemas) {
        Map<String, String> names = new HashMap<>();
        schemas.forEach((name, schema) -> {
            String item = name.startsWith(PAGE) ? item(schema) : null;
            if (item != null && !schemas.containsKey(item + PAGE)) {
                names.put(name, item + PAGE);
            }
        });
        return names;
    }

    private static @Nullable String item(Schema page) {
        Schema items =
                page.getProperties() == null ? null : page.getProperties().get("items");
        String reference = items == null || items.getItems() == null
                ? null
                : items.getItems().getRef();
        return reference == null ? null : reference.substring(SCHEMAS.length());
    }

    private void rename(Map<String, String> names, Map<String, Schema> schemas) {
        names.forEach((before, after) -> {
            Schema schema = schemas.remove(before);
            if (schema != null) {
                schemas.put(after, schema);
            }
        });
        for (Schema reference : references) {
            String after = names.get(reference.getRef().substring(SCHEMAS.length()));
            if (after != null) {
                reference.setRef(SCHEMAS + after);
            }
        }
    }
}
