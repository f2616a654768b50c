{{- /*
What values.schema.json cannot say, or not in a sentence: each objection names the value and the remedy. All are told at once.
*/ -}}
{{- define "mieux.check" -}}
{{- $v := .Values }}
{{- $wrong := list }}
{{- if not $v.image.registry }}
{{- $wrong = append $wrong "image.registry is not set: where are the images? For instance: --set image.registry=registry.example.org" }}
{{- end }}
{{- if eq $v.image.tag "latest" }}
{{- $wrong = append $wrong "image.tag is \"latest\": two pods of one service would differ, and nothing could be rolled back. Name a release." }}
{{- end }}
{{- if not $v.oidc.issuer }}
{{- $wrong = append $wrong "oidc.issuer is not set: nobody's token could be verified. Set it to the https address of your identity provider: --set oidc.issuer=https://identity.example.org/realms/mieux" }}
{{- else if not (hasPrefix "https://" $v.oidc.issuer) }}
{{- $wrong = append $wrong (printf "oidc.issuer is %s, and that is no https address: whoever is on the way could sign tokens, and no program would start. Use https." $v.oidc.issuer) }}
{{- end }}
{{- if not (regexMatch "^https?://[^/]+" $v.publicUrl) }}
{{- $wrong = append $wrong (printf "publicUrl is %q: links in mails lead there. Set it to the address at which browsers reach the gateway: --set publicUrl=https://mieux.example.org" $v.publicUrl) }}
{{- end }}
{{- if not $v.podNetworks }}
{{- $wrong = append $wrong "podNetworks is empty: the audit trail would name the gateway as the origin of every call. Set it to the networks of your cluster's pods: --set 'podNetworks={10.244.0.0/16}'; kubectl get nodes -o jsonpath='{.items[*].spec.podCIDR}' tells them in many clusters." }}
{{- end }}
{{- if and (not $v.facility.existingConfigMap) (not (.Files.Get "files/facility/facility.properties")) }}
{{- $wrong = append $wrong "The chart came without a facility profile in files/facility: package it from a checkout (helm package deploy/helm/mieux), or name a ConfigMap of your own in facility.existingConfigMap." }}
{{- end }}
{{- if and (eq $v.postgresql.mode "external") (not $v.postgresql.external.host) }}
{{- $wrong = append $wrong "postgresql.external.host is not set: where is the database? Set it, or have CloudNativePG make one: --set postgresql.mode=cloudnativepg" }}
{{- end }}
{{- if and (eq $v.kafka.mode "external") (not $v.kafka.external.bootstrap) }}
{{- $wrong = append $wrong "kafka.external.bootstrap is not set: where is Kafka? Set it as host:port[,host:port], or have Strimzi make one: --set kafka.mode=strimzi" }}
{{- end }}
{{- if eq $v.kafka.mode "strimzi" }}
{{- $brokers := 0 }}
{{- $controllers := 0 }}
{{- range $v.kafka.strimzi.pools }}
{{- if has "broker" .roles }}{{ $brokers = add $brokers .replicas }}{{ end }}
{{- if has "controller" .roles }}{{ $controllers = add $controllers .replicas }}{{ end }}
{{- end }}
{{- if lt (int $brokers) (int $v.kafka.replication) }}
{{- $wrong = append $wrong (printf "kafka.replication is %d, and kafka.strimzi.pools have %d brokers: no topic could be made. Have more brokers or fewer copies." (int $v.kafka.replication) (int $brokers)) }}
{{- end }}
{{- if eq 0 (mod $controllers 2) }}
{{- $wrong = append $wrong (printf "kafka.strimzi.pools have %d controllers: an odd number is needed for a majority, 1, 3 or 5." (int $controllers)) }}
{{- end }}
{{- if ge (int $v.kafka.strimzi.minInsyncReplicas) (max 2 (int $v.kafka.replication)) }}
{{- $wrong = append $wrong (printf "kafka.strimzi.minInsyncReplicas is %d of %d copies: when one broker is away, nothing could be published. Set it to one less than kafka.replication." (int $v.kafka.strimzi.minInsyncReplicas) (int $v.kafka.replication)) }}
{{- end }}
{{- end }}
{{- if and $v.mail.host (not $v.mail.from) }}
{{- $wrong = append $wrong "mail.from is not set, and mail.host is: who are mails from? For instance: MIEUX <no-reply@mieux.example.org>" }}
{{- end }}
{{- if and $v.attachments.bucket (not $v.attachments.secret) }}
{{- $wrong = append $wrong "attachments.secret is not set, and attachments.bucket is: name the secret with accessKey and secretKey." }}
{{- end }}
{{- if and (eq $v.route.kind "httpRoute") (not $v.route.parentRefs) }}
{{- $wrong = append $wrong "route.parentRefs is empty: to which Gateway does the HTTPRoute belong? For instance [{name: public, namespace: gateways}]" }}
{{- end }}
{{- /* Connections to the database, while every service is rolled at its largest. A migration needs three. */ -}}
{{- $needed := add (int $v.postgresql.reservedConnections) (mul 3 (len $v.services)) }}
{{- range $name := keys $v.services | sortAlpha }}
{{- $service := include "mieux.service" (dict "root" $ "name" $name) | fromYaml }}
{{- $pods := ternary $service.replicas $service.autoscaling.max (eq $service.autoscaling.by "none") }}
{{- $needed = add $needed (mul (add (int $pods) (int $service.surge)) (int $service.connections)) }}
{{- if and (ne $service.autoscaling.by "none") (gt (int $service.autoscaling.min) (int $service.autoscaling.max)) }}
{{- $wrong = append $wrong (printf "services.%s.autoscaling.min is %d, more than its max, %d. Swap them?" $name (int $service.autoscaling.min) (int $service.autoscaling.max)) }}
{{- end }}
{{- if and (eq $service.autoscaling.by "lag") (gt (int $service.autoscaling.max) (int $v.kafka.partitions)) }}
{{- $wrong = append $wrong (printf "services.%s.autoscaling.max is %d, and topics have %d partitions (kafka.partitions): the pods beyond them would be given no events. Set it to %d, or choose more partitions before the first start." $name (int $service.autoscaling.max) (int $v.kafka.partitions) (int $v.kafka.partitions)) }}
{{- end }}
{{- range $variable, $value := $service.env }}
{{- if hasPrefix "MIEUX_" $variable }}
{{- $wrong = append $wrong (printf "services.%s.env.%s: what begins with MIEUX_ has a value of its own in this chart. Set that one." $name $variable) }}
{{- end }}
{{- end }}
{{- end }}
{{- if gt (int $needed) (int $v.postgresql.maxConnections) }}
{{- $wrong = append $wrong (printf "postgresql.maxConnections is %d, and %d connections are needed while everything is rolled: the pods of each service (autoscaling.max, or replicas) and those of its surge, times connections, and three for each migration and postgresql.reservedConnections. Have the server admit more, or have fewer pods or connections." (int $v.postgresql.maxConnections) (int $needed)) }}
{{- end }}
{{- if $wrong }}
{{- fail (printf "\n\nThe values will not do:\n- %s\n" (join "\n- " $wrong)) }}
{{- end }}
{{- end }}
