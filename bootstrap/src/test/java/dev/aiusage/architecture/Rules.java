package dev.aiusage.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.NullMarked;

/**
 * The layout as rules. What a layer may use is a list of what is allowed, so that nothing new slips in; a misspelt package then
 * fails instead of passing.
 */
final class Rules {

    private static final String DOMAIN = "dev.aiusage.domain..";
    private static final String APPLICATION = "dev.aiusage.application..";
    private static final String HTTP = "dev.aiusage.http..";
    private static final String AUTHENTICATION = "dev.aiusage.http.authentication..";
    private static final String POSTGRES = "dev.aiusage.persistence.postgres..";
    private static final String MEMORY = "dev.aiusage.persistence.memory..";
    private static final String ENCRYPTION = "dev.aiusage.persistence.encryption..";
    private static final String PROVIDERS = "dev.aiusage.providers..";
    private static final String DB = "dev.aiusage.db..";
    private static final String SERVER = "dev.aiusage.server..";
    private static final String[] JDK = {"java..", "javax.crypto..", "org.jspecify.annotations"};

    private Rules() {}

    static final ArchRule DOMAIN_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN).or(resideInAnyPackage(JDK)));

    static final ArchRule APPLICATION_KNOWS_ONLY_THE_DOMAIN = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(APPLICATION, DOMAIN).or(resideInAnyPackage(JDK)));

    static final ArchRule HTTP_KNOWS_NO_OTHER_ADAPTER = knowsOfUsOnly(HTTP, APPLICATION, DOMAIN);
    static final ArchRule POSTGRES_KNOWS_NO_OTHER_ADAPTER = knowsOfUsOnly(POSTGRES, DB, APPLICATION, DOMAIN);
    static final ArchRule MEMORY_KNOWS_NO_OTHER_ADAPTER = knowsOfUsOnly(MEMORY, APPLICATION, DOMAIN);
    static final ArchRule ENCRYPTION_KNOWS_NO_OTHER_ADAPTER = knowsOfUsOnly(ENCRYPTION, APPLICATION, DOMAIN);
    static final ArchRule PROVIDERS_KNOW_NO_OTHER_ADAPTER = knowsOfUsOnly(PROVIDERS, APPLICATION, DOMAIN);
    static final ArchRule DB_KNOWS_NOBODY = knowsOfUsOnly(DB);

    static final ArchRule JOOQ_STAYS_WITH_POSTGRES = onlyIn("org.jooq..", POSTGRES, DB);
    static final ArchRule JAVALIN_STAYS_WITH_HTTP = onlyIn("io.javalin..", HTTP);
    static final ArchRule TINK_STAYS_WITH_ENCRYPTION = onlyIn("com.google.crypto.tink..", ENCRYPTION);
    static final ArchRule TOKENS_STAY_WITH_AUTHENTICATION = onlyIn("com.nimbusds..", AUTHENTICATION);
    static final ArchRule COMMAND_LINE_STAYS_WITH_THE_SERVER = onlyIn("picocli..", SERVER);
    static final ArchRule LOGGING_BACKEND_STAYS_WITH_THE_SERVER = onlyIn("ch.qos.logback..", SERVER);
    static final ArchRule HTTP_ADAPTER_IS_KNOWN_TO_THE_SERVER_ONLY = onlyIn(HTTP, HTTP, SERVER);

    static final ArchRule NOBODY_READS_THE_ENVIRONMENT_BUT_THE_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage(SERVER)
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION, POSTGRES, MEMORY, ENCRYPTION, PROVIDERS, HTTP, DB)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    static final ArchRule CAPABILITIES_FORM_NO_CYCLE =
            slices().matching("dev.aiusage.application.(*)..").should().beFreeOfCycles();

    static final ArchRule DOMAIN_PACKAGES_HAVE_NO_LAYERS_INSIDE = classes()
            .that()
            .resideInAPackage("dev.aiusage..")
            .should()
            .resideOutsideOfPackages("..impl..", "..util..", "..utils..", "..common..", "..dto..", "..helper..");

    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .that(are(resideInAPackage("dev.aiusage..").and(notGenerated())))
            .should(stayInNullMarkedPackages());

    private static ArchRule knowsOfUsOnly(String layer, String... known) {
        var foreign = resideInAPackage("dev.aiusage..")
                .and(DescribedPredicate.not(resideInAPackage(layer).or(resideInAnyPackage(known))));
        return noClasses().that().resideInAPackage(layer).should().dependOnClassesThat(foreign);
    }

    private static ArchRule onlyIn(String library, String... rooms) {
        return noClasses()
                .that()
                .resideInAPackage("dev.aiusage..")
                .and()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static DescribedPredicate<JavaClass> are(DescribedPredicate<JavaClass> predicate) {
        return predicate;
    }

    private static DescribedPredicate<JavaClass> notGenerated() {
        return DescribedPredicate.not(resideInAPackage("dev.aiusage.db.jooq.."));
    }

    private static ArchCondition<JavaClass> stayInNullMarkedPackages() {
        return new ArchCondition<>("stay in @NullMarked packages") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                JavaPackage room = item.getPackage();
                var isMarked = room.isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, isMarked, room.getName() + " is not null-marked"));
            }
        };
    }
}
