{{- /* What all pods have in common: the restricted Pod Security standard, and where they run. Of (dict "root" $ "component" "expert"). */ -}}
{{- define "mieux.pod" -}}
automountServiceAccountToken: false
# Otherwise a Service called mieux would set MIEUX_PORT.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with include "mieux.priorityClass" .root }}
priorityClassName: {{ . }}
{{- end }}
{{- with .root.Values.scheduling.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.scheduling.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- /* Over zones and nodes, as even as the cluster allows, each roll-out for itself. */ -}}
{{- define "mieux.spread" -}}
topologySpreadConstraints:
  {{- $selector := include "mieux.selector" . }}
  {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- $selector | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
  {{- end }}
{{- end }}

{{- define "mieux.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
{{- end }}

{{- /* Of (dict "root" $ "program" "expert-service"). */ -}}
{{- define "mieux.image" -}}
image: {{ printf "%s/mieux/%s:%s" .root.Values.image.registry .program (.root.Values.image.tag | default .root.Chart.AppVersion) | quote }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
{{- end }}

{{- /* Of (dict "live" path "ready" path "started" path). While the database is waited for, or its migration, nothing listens: 10 minutes for that. */ -}}
{{- define "mieux.probes" -}}
startupProbe:
  httpGet: {path: {{ .started }}, port: http}
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 300
# The process itself: neither database nor Kafka. A minute of silence, and it is started anew.
livenessProbe:
  httpGet: {path: {{ .live }}, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
# Whether it can serve: not without its database, but without Kafka.
readinessProbe:
  httpGet: {path: {{ .ready }}, port: http}
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
{{- end }}

{{- define "mieux.extraEnv" -}}
{{- with .jvmOptions }}
- {name: JDK_JAVA_OPTIONS, value: {{ . | quote }}}
{{- end }}
{{- range $name, $value := .env }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- end }}

{{- define "mieux.secretEnv" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef: {name: {{ .secret }}, key: {{ .key }}}
{{- end }}

{{- /* Of (dict "root" $ "service" $service): how to reach the service's database, as the role that serves. */ -}}
{{- define "mieux.databaseEnv" -}}
{{- $database := .service.database -}}
- {name: MIEUX_DATABASE_URL, value: {{ include "mieux.databaseUrl" . | quote }}}
- {name: MIEUX_DATABASE_USER, value: {{ $database.role | quote }}}
{{ include "mieux.secretEnv" (dict "variable" "MIEUX_DATABASE_PASSWORD" "secret" $database.secret "key" "password") }}
- {name: MIEUX_DATABASE_PATIENCE, value: {{ .root.Values.databasePatience | quote }}}
{{- end }}

{{- define "mieux.databaseUrl" -}}
{{- $database := .service.database -}}
{{- if eq .root.Values.postgresql.mode "cloudnativepg" -}}
jdbc:postgresql://{{ include "mieux.postgresql" .root }}-rw.{{ .root.Release.Namespace }}.svc:5432/{{ $database.name }}?sslmode=verify-full&sslrootcert=/etc/mieux/postgresql/ca.crt
{{- else -}}
{{- $external := .root.Values.postgresql.external -}}
jdbc:postgresql://{{ $database.host | default $external.host }}:{{ $external.port }}/{{ $database.name }}?sslmode={{ $external.sslmode }}
{{- if $external.caSecret.name }}&sslrootcert=/etc/mieux/postgresql/ca.crt{{ else if eq $external.sslmode "verify-full" }}&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory{{ end }}
{{- end }}
{{- end }}

{{- /* Of (dict "root" $ "name" "expert" "service" $service). */ -}}
{{- define "mieux.kafkaEnv" -}}
{{- $kafka := .root.Values.kafka -}}
- {name: MIEUX_KAFKA, value: {{ include "mieux.kafkaBootstrap" .root | quote }}}
{{- if eq $kafka.mode "strimzi" }}
- {name: MIEUX_KAFKA_CA, value: /etc/mieux/kafka/ca.crt}
- {name: MIEUX_KAFKA_USER, value: {{ include "mieux.name" .root }}-{{ .name }}}
{{ include "mieux.secretEnv" (dict "variable" "MIEUX_KAFKA_PASSWORD" "secret" (printf "%s-%s" (include "mieux.name" .root) .name) "key" "password") }}
{{- else }}
{{- if and $kafka.external.tls $kafka.external.caSecret.name }}
- {name: MIEUX_KAFKA_CA, value: /etc/mieux/kafka/ca.crt}
{{- else if $kafka.external.tls }}
- {name: MIEUX_KAFKA_TLS, value: "true"}
{{- end }}
{{- if eq $kafka.external.auth "scram-sha-512" }}
- {name: MIEUX_KAFKA_USER, value: {{ .service.kafka.user | quote }}}
{{ include "mieux.secretEnv" (dict "variable" "MIEUX_KAFKA_PASSWORD" "secret" .service.kafka.secret "key" "password") }}
{{- end }}
{{- end }}
- {name: MIEUX_TOPIC_PARTITIONS, value: {{ $kafka.partitions | quote }}}
- {name: MIEUX_TOPIC_REPLICATION, value: {{ $kafka.replication | quote }}}
{{- end }}

{{- /* What only one of the services has. */ -}}
{{- define "mieux.ownEnv" -}}
{{- $values := .root.Values -}}
{{- if eq .name "pre-implementation" }}
- {name: MIEUX_PUBLIC_URL, value: {{ $values.publicUrl | quote }}}
{{- with $values.pages.request }}
- {name: MIEUX_REQUEST_PAGE, value: {{ . | quote }}}
{{- end }}
{{- with $values.pages.meeting }}
- {name: MIEUX_MEETING_PAGE, value: {{ . | quote }}}
{{- end }}
{{- with $values.mail }}
{{- if .host }}
- {name: MIEUX_SMTP_HOST, value: {{ .host | quote }}}
- {name: MIEUX_SMTP_PORT, value: {{ .port | quote }}}
- {name: MIEUX_SMTP_STARTTLS, value: {{ .startTls | quote }}}
- {name: MIEUX_SMTP_TLS, value: {{ .tls | quote }}}
- {name: MIEUX_MAIL_FROM, value: {{ .from | quote }}}
{{- if .secret }}
{{ include "mieux.secretEnv" (dict "variable" "MIEUX_SMTP_USER" "secret" .secret "key" "username") }}
{{ include "mieux.secretEnv" (dict "variable" "MIEUX_SMTP_PASSWORD" "secret" .secret "key" "password") }}
{{- end }}
{{- end }}
{{- end }}
{{- with $values.attachments }}
{{- if .bucket }}
- {name: MIEUX_S3_BUCKET, value: {{ .bucket | quote }}}
- {name: MIEUX_S3_REGION, value: {{ .region | quote }}}
{{- if .url }}
- {name: MIEUX_S3_URL, value: {{ .url | quote }}}
{{- end }}
{{ include "mieux.secretEnv" (dict "variable" "MIEUX_S3_ACCESS_KEY" "secret" .secret "key" "accessKey") }}
{{ include "mieux.secretEnv" (dict "variable" "MIEUX_S3_SECRET_KEY" "secret" .secret "key" "secretKey") }}
{{- end }}
{{- end }}
{{- else if and (eq .name "knowledge") $values.webhooks.networks }}
- {name: MIEUX_WEBHOOK_NETWORKS, value: {{ join "," $values.webhooks.networks | quote }}}
{{- end }}
{{- end }}

{{- /* The secret with the database's authority, and with the brokers'; empty where the JDK's own suffice. */ -}}
{{- define "mieux.databaseCa" -}}
{{- if eq .Values.postgresql.mode "cloudnativepg" -}}
{name: {{ include "mieux.postgresql" . }}-ca, key: ca.crt}
{{- else if .Values.postgresql.external.caSecret.name -}}
{{ toJson .Values.postgresql.external.caSecret }}
{{- end }}
{{- end }}

{{- define "mieux.kafkaCa" -}}
{{- if eq .Values.kafka.mode "strimzi" -}}
{name: {{ include "mieux.kafka" . }}-cluster-ca-cert, key: ca.crt}
{{- else if and .Values.kafka.external.tls .Values.kafka.external.caSecret.name -}}
{{ toJson .Values.kafka.external.caSecret }}
{{- end }}
{{- end }}

{{- /* Of (dict "name" "postgresql" "ca" <one of the above>): the certificate alone, for the operators' secrets hold keys too. */ -}}
{{- define "mieux.caVolume" -}}
{{- with fromYaml .ca }}
- name: {{ $.name }}-ca
  secret:
    secretName: {{ .name }}
    items: [{key: {{ .key }}, path: ca.crt}]
{{- end }}
{{- end }}

{{- define "mieux.caMount" -}}
{{- if .ca }}
- {name: {{ .name }}-ca, mountPath: /etc/mieux/{{ .name }}, readOnly: true}
{{- end }}
{{- end }}
