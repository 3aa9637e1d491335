package dev.shardline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Keeps the house: which module may see which, no cycles, and the S3 adapter named by the wiring
/// only.
class ArchitectureTest {
  private static final String ROOT = "dev.shardline..";

  private static JavaClasses classes = new ClassFileImporter().importClasses();

  @BeforeAll
  static void readTheClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.shardline");
  }

  /// The classes of one Maven module, told by where they were read from: `…/module/target/…`.
  private static DescribedPredicate<JavaClass> in(String... modules) {
    List<String> wanted = List.of(modules);
    return DescribedPredicate.describe(
        "classes of " + String.join(" or ", wanted),
        type ->
            type.getSource()
                .map(source -> source.getUri().toString())
                .filter(uri -> wanted.stream().anyMatch(module -> comesFrom(uri, module)))
                .isPresent());
  }

  private static boolean comesFrom(String uri, String module) {
    return uri.contains("/" + module + "/target/") || uri.contains("/shardline-" + module + "-");
  }

  private static void holds(ArchRule rule) {
    rule.check(classes);
  }

  @Test
  void everyModuleIsSeen() {
    for (String module :
        List.of("manifest-builder", "shard-processor", "pipeline-definition", "containers")) {
      holds(classes().that(in(module)).should().resideInAPackage(ROOT));
    }
  }

  @Test
  void theManifestBuilderKnowsNoOtherModule() {
    holds(
        noClasses()
            .that(in("manifest-builder"))
            .should()
            .dependOnClassesThat(in("shard-processor", "pipeline-definition", "containers")));
  }

  @Test
  void theShardProcessorKnowsOnlyTheManifestBuilder() {
    holds(
        noClasses()
            .that(in("shard-processor"))
            .should()
            .dependOnClassesThat(in("pipeline-definition", "containers")));
  }

  @Test
  void thePipelineDefinitionKnowsNoSignalProcessing() {
    holds(
        noClasses()
            .that(in("pipeline-definition"))
            .should()
            .dependOnClassesThat(in("shard-processor", "containers")));
  }

  @Test
  void packagesHaveNoCycles() {
    holds(slices().matching("dev.shardline.(**)").should().beFreeOfCycles());
  }

  @Test
  void onlyTheWiringNamesTheS3Adapter() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.shardline.storage.s3..", "dev.shardline.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shardline.storage.s3.."));
  }

  private static final String[] FORMATS_AND_TRANSFORMS = {
    "dev.shardline.data..",
    "dev.shardline.image..",
    "dev.shardline.volume..",
    "dev.shardline.signal..",
    "dev.shardline.recipe.."
  };

  /// Probes answer the builder's port, which speaks of objects by location and byte range; all else
  /// of a format does not even know these.
  @Test
  void formatsAndTransformsKnowNothingOfStorage() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(FORMATS_AND_TRANSFORMS)
            .and()
            .resideOutsideOfPackage("..probe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shardline.storage.."));
  }

  @Test
  void probesKnowNoStore() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(FORMATS_AND_TRANSFORMS)
            .should()
            .dependOnClassesThat()
            .haveSimpleName("ObjectStore")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("StoreProvider"));
  }

  @Test
  void namesSayWhatAClassIs() {
    holds(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl"));
  }

  @Test
  void onlyTheProgramEndsTheProcessOrReadsTheEnvironment() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.shardline.cli..", "dev.shardline.storage.s3..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getenv"));
  }

  /// Where a virtual thread may not be, and why, says `WaitingThreads`.
  @Test
  void nothingWaitsOnVirtualThreads() {
    holds(
        noClasses()
            .should()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor"));
  }

  /// So that a clock that jumps changes nothing: durations come from the monotonic clock. The two
  /// exceptions compare with a file's own time: whether a folder's listing may be remembered, and
  /// whether a file of a dry run has come to rest.
  @Test
  void nothingThatDecidesAnOutputReadsTheClockOnTheWall() {
    holds(
        noClasses()
            .that()
            .doNotHaveSimpleName("CautiousClock")
            .and(
                not(
                    nameMatching(
                        ".*\\.cli\\.(run\\.Worker(Telemetry|Evidence)|pipeline\\.Pipeline.*)")))
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethodWhere(
                DescribedPredicate.describe(
                    "what asks java.time for now",
                    call ->
                        call.getTargetOwner().getPackageName().equals("java.time")
                            && (call.getName().equals("now")
                                || call.getName().startsWith("system"))))
            .orShould()
            .callConstructor(Date.class));
  }
}
