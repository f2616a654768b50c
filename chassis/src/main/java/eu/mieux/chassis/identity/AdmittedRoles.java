package eu.mieux.chassis.identity;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Tells the {@link Caller} of a request which roles the operation admits, as its {@code @RolesAllowed} says. */
class AdmittedRoles {

    private final Caller caller;

    AdmittedRoles(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    public void tell(ResourceInfo operation) {
        Method method = operation.getResourceMethod();
        RolesAllowed roles = method == null ? null : rolesOf(method);
        if (roles != null) {
            caller.admittedBy(Set.of(roles.value()));
        }
    }

    /** What a method says comes before what its class says. */
    private static @Nullable RolesAllowed rolesOf(Method method) {
        boolean open = method.isAnnotationPresent(Authenticated.class) || method.isAnnotationPresent(PermitAll.class);
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        return open || own != null ? own : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    }
}
