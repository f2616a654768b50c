package eu.mieux.chassis.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says with every answer of an operation with {@link Sunset} since when it is deprecated and until when it answers. */
class FarewellHeaders {

    @ServerResponseFilter
    public void tell(ContainerResponseContext response, ResourceInfo resource) {
        if (resource == null || resource.getResourceMethod() == null) {
            return;
        }
        Sunset sunset = resource.getResourceMethod().getAnnotation(Sunset.class);
        if (sunset == null) {
            return;
        }
        ZonedDateTime last = LocalDate.parse(sunset.on()).atTime(LocalTime.MAX).atZone(ZoneOffset.UTC);
        response.getHeaders()
                .putSingle(
                        "Deprecation",
                        "@"
                                + LocalDate.parse(sunset.since())
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toEpochSecond());
        response.getHeaders().putSingle("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(last));
        response.getHeaders().add("Link", "<%s>; rel=\"deprecation\"".formatted(sunset.see()));
    }
}
