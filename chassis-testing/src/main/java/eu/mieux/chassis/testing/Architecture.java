package eu.mieux.chassis.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import eu.mieux.chassis.eventlog.Versioned;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The rules that hold in every service. Each was seen failing on a planted violation ({@code ArchitectureTest} of the chassis). */
public final class Architecture {

    public static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("a transition checks, changes and returns its event")
            .allowEmptyShould(true);

    public static final ArchRule ENTITIES_STAY_INSIDE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic()
            .because("an aggregate is changed by its own package only, and never reaches JSON")
            .allowEmptyShould(true);

    public static final ArchRule THE_DOMAIN_NEVER_SEES_HTTP = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .areTopLevelClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
            .because("resources convert at the edge")
            .allowEmptyShould(true);

    public static final ArchRule NO_LAYERS_FOR_PACKAGES = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..impl..", "..dto..", "..model..", "..service..", "..repository..", "..entity..")
            .because("packages are features")
            .allowEmptyShould(true);

    public static final ArchRule RESOURCE_METHODS_ARE_PUBLIC = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and(DescribedPredicate.describe(
                    "answer HTTP",
                    (JavaMethod m) -> Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                            .anyMatch(verb -> m.isAnnotatedWith("jakarta.ws.rs." + verb))))
            .should()
            .bePublic()
            .because("others vanish silently")
            .allowEmptyShould(true);

    public static final ArchRule BODIES_HAVE_A_FORM = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and(DescribedPredicate.describe("take a body", Architecture::takesBody))
            .should()
            .beAnnotatedWith(Consumes.class)
            .because("others take text for a record with one component, and no body for one of an unknown form")
            .allowEmptyShould(true);

    public static final ArchRule RESOURCES_SAY_WHO_MAY = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should(new ArchCondition<>("carry @RolesAllowed, @Authenticated, @PermitAll or @DenyAll") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean says = type.isAnnotatedWith(RolesAllowed.class)
                            || type.isAnnotatedWith(PermitAll.class)
                            || type.isAnnotatedWith(DenyAll.class)
                            || type.isAnnotatedWith("io.quarkus.security.Authenticated");
                    events.add(new SimpleConditionEvent(type, says, type.getName() + " does not say who may"));
                }
            })
            .allowEmptyShould(true);

    public static final ArchRule CHANGES_CAN_BE_REPEATED = methods()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.POST")
            .and()
            .areAnnotatedWith(Transactional.class)
            .should()
            .beAnnotatedWith("eu.mieux.chassis.idempotency.Idempotent")
            .because("whoever does not hear the answer must be able to ask again")
            .allowEmptyShould(true);

    public static final ArchRule REPEATED_CALLS_ARE_ANSWERED_WITHIN_A_TRANSACTION = methods()
            .that()
            .areAnnotatedWith("eu.mieux.chassis.idempotency.Idempotent")
            .should()
            .beAnnotatedWith(Transactional.class)
            .andShould()
            .haveRawReturnType(Response.class)
            .because("the answer is kept together with what the call did, or not at all")
            .allowEmptyShould(true);

    public static final ArchRule NOBODY_READS_THE_CLOCK_BEHIND_ONES_BACK = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe("the system's clock is read", Architecture::readsTheClock))
            .because("time comes in from a Clock")
            .allowEmptyShould(true);

    public static final ArchRule CHANGES_OF_RECORDS_ARE_KEPT = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and()
            .areAssignableTo(Versioned.class)
            .should(new ArchCondition<>("have the trigger \"audited\" on their table, in a migration") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean kept = Migrations.audit(type.reflect());
                    events.add(new SimpleConditionEvent(type, kept, type.getName() + " is not audited"));
                }
            })
            .because("the audit trail tells of each record what it was before and after")
            .allowEmptyShould(true);

    private Architecture() {}

    private static boolean takesBody(JavaMethod method) {
        return Stream.of("POST", "PUT", "PATCH").anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb))
                && method.getParameters().stream()
                        .anyMatch(parameter -> parameter.getAnnotations().stream()
                                .noneMatch(annotation ->
                                        annotation.getRawType().getPackageName().startsWith("jakarta.ws.rs")));
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        boolean isTold = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return (owner.startsWith("java.time.") && target.getName().equals("now") && !isTold)
                || (owner.equals("java.time.Clock") && target.getName().startsWith("system"))
                || (owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis"));
    }

    /** Checks all rules on a package of production classes. */
    public static void check(String aPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(aPackage);
        rules().forEach(rule -> rule.check(classes));
    }

    public static List<ArchRule> rules() {
        return List.of(
                ENTITIES_HAVE_NO_SETTERS,
                ENTITIES_STAY_INSIDE,
                THE_DOMAIN_NEVER_SEES_HTTP,
                NO_LAYERS_FOR_PACKAGES,
                RESOURCE_METHODS_ARE_PUBLIC,
                BODIES_HAVE_A_FORM,
                RESOURCES_SAY_WHO_MAY,
                CHANGES_CAN_BE_REPEATED,
                REPEATED_CALLS_ARE_ANSWERED_WITHIN_A_TRANSACTION,
                NOBODY_READS_THE_CLOCK_BEHIND_ONES_BACK,
                CHANGES_OF_RECORDS_ARE_KEPT);
    }
}
