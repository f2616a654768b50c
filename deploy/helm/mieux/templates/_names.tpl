{{- /* Names and labels; whatever else is written more than once. */ -}}
{{- define "mieux.name" -}}
{{- if contains "mieux" .Release.Name }}{{ .Release.Name }}{{ else }}{{ printf "%s-mieux" .Release.Name }}{{ end }}
{{- end }}

{{- define "mieux.postgresql" -}}
{{ .Values.postgresql.cloudnativepg.name | default (printf "%s-postgresql" (include "mieux.name" .)) }}
{{- end }}

{{- define "mieux.kafka" -}}
{{ .Values.kafka.strimzi.name | default (printf "%s-kafka" (include "mieux.name" .)) }}
{{- end }}

{{- define "mieux.facility" -}}
{{ .Values.facility.existingConfigMap | default (printf "%s-facility" (include "mieux.name" .)) }}
{{- end }}

{{- define "mieux.host" -}}
{{ .Values.route.host | default (urlParse .Values.publicUrl).hostname }}
{{- end }}

{{- /* Of (dict "root" $ "component" "expert"): what a selector goes by. It never changes. */ -}}
{{- define "mieux.selector" -}}
{{ include "mieux.everyPod" .root }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "mieux.everyPod" -}}
app.kubernetes.io/name: mieux
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "mieux.labels" -}}
{{ include "mieux.selector" . }}
{{ include "mieux.release" .root }}
{{- end }}

{{- /* Of pods: nothing that would roll them when only the chart has changed. */ -}}
{{- define "mieux.podLabels" -}}
{{ include "mieux.selector" . }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
{{- end }}

{{- define "mieux.release" -}}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- /* Of what belongs to no single program. */ -}}
{{- define "mieux.commonLabels" -}}
{{ include "mieux.everyPod" . }}
{{ include "mieux.release" . }}
{{- end }}

{{- /* Of (dict "root" $ "name" "expert"): a service as it is to be, as YAML. */ -}}
{{- define "mieux.service" -}}
{{ mergeOverwrite (deepCopy .root.Values.serviceDefaults) (index .root.Values.services .name) | toYaml }}
{{- end }}

{{- define "mieux.priorityClass" -}}
{{- if .Values.priority.create }}{{ include "mieux.name" . }}{{ else }}{{ .Values.priority.className }}{{ end }}
{{- end }}

{{- /* The port of an https or http address. */ -}}
{{- define "mieux.port" -}}
{{- $url := urlParse . -}}
{{- if regexMatch ":[0-9]+$" $url.host }}{{ regexFind "[0-9]+$" $url.host }}{{ else if eq $url.scheme "http" }}80{{ else }}443{{ end }}
{{- end }}

{{- define "mieux.kafkaBootstrap" -}}
{{- if eq .Values.kafka.mode "strimzi" -}}
{{ include "mieux.kafka" . }}-kafka-bootstrap.{{ .Release.Namespace }}.svc:9093
{{- else -}}
{{ .Values.kafka.external.bootstrap }}
{{- end }}
{{- end }}

{{- /* Empty where anybody may ask the brokers in the clear. */ -}}
{{- define "mieux.kafkaSecured" -}}
{{- if or (eq .Values.kafka.mode "strimzi") .Values.kafka.external.tls (ne .Values.kafka.external.auth "none") }}yes{{ end }}
{{- end }}

{{- /* Empty where no service is scaled by the events that wait. */ -}}
{{- define "mieux.scaledByLag" -}}
{{- range $name := keys .Values.services }}
{{- if eq (include "mieux.service" (dict "root" $ "name" $name) | fromYaml).autoscaling.by "lag" }}yes{{ end }}
{{- end }}
{{- end }}
