package dev.shardline.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.UsageException;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.lineage.FittedSteps;
import dev.shardline.lineage.FittedSteps.FittedStep;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.tensor.TensorSteps;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.worker.Rank;
import dev.shardline.worker.Scene;
import dev.shardline.worker.WorkerContext;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class FitWorkerTest {
  private static final ObjectLocation FITS = ObjectLocation.parse("memory://work/fits/");
  private static final ObjectLocation OTHER = ObjectLocation.parse("memory://work/others/");

  @TempDir private Path scratch;
  private Scene scene;

  @BeforeEach
  void prepare() throws Exception {
    scene = new Scene(scratch);
    scene.build(2, "one", "three", "seven", "eleven", "bad word", "skip this", "twelve");
    scene.recipe = withSteps("train-z-score");
  }

  private Recipe withSteps(String... names) {
    List<RecipeStep> steps = new ArrayList<>(new Scene(scratch).recipe.steps());
    for (String name : names) {
      StepFactory factory =
          TensorSteps.all().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow();
      Arguments arguments = Arguments.read(factory.parameters(), CanonicalJson.object());
      steps.add(
          new RecipeStep(steps.size() + 1, arguments.canonical(), "", factory.create(arguments)));
    }
    return Recipe.of(0, steps);
  }

  private FitReport fit(ObjectLocation directory, Rank rank) throws Exception {
    return fit(directory, rank, BigDecimal.ONE);
  }

  private FitReport fit(ObjectLocation directory, Rank rank, BigDecimal tolerated)
      throws Exception {
    FitPlan plan =
        new FitPlan(
            scene.dataset(),
            scene.recipe,
            directory,
            1,
            rank,
            scene.limits,
            new FailurePolicy(tolerated));
    return FitWorker.run(plan, WorkerContext.of(scene.stores));
  }

  private static FittedSteps steps(FitReport report) {
    return report.result().orElseThrow().steps();
  }

  @Test
  void anyNumberOfWorkersComeToTheSameFile() throws Exception {
    FittedSteps alone = steps(fit(FITS, Rank.ONLY));
    FitReport last = fit(OTHER, new Rank(2, 3));

    assertThat(steps(last)).isEqualTo(alone);
    assertThat(steps(fit(OTHER, new Rank(0, 3)))).isEqualTo(alone);
    assertThat(last.result().orElseThrow().file()).hasToString(OTHER + alone.digestName());
  }

  @Test
  void partsThatWereDoneAreNotDoneAgain() throws Exception {
    assertThat(fit(FITS, Rank.ONLY).partsDone()).isEqualTo(4);
    assertThat(fit(FITS, Rank.ONLY).partsDone()).isZero();
    scene.store.delete(
        scene.store.listAll(FITS).stream()
            .map(object -> object.location())
            .filter(location -> location.key().endsWith("part-00002.fit"))
            .findFirst()
            .orElseThrow());
    assertThat(fit(FITS, new Rank(1, 2)).partsDone()).isEqualTo(1);
  }

  @Test
  void unusableSamplesAreCountedAndDroppedOnesTeachNothing() throws Exception {
    FittedStep step = steps(fit(FITS, Rank.ONLY)).steps().getFirst();

    assertThat(step.samples()).isEqualTo(7);
    assertThat(step.unusable()).isEqualTo(1);
    long letters = "onethreeseveneleventwelve".length();
    assertThat(step.learnt().get(0).get(0).path("count").asLong()).isEqualTo(letters);
  }

  @Test
  void moreUnusableSamplesThanToleratedEndTheFit() {
    assertThatThrownBy(() -> fit(FITS, Rank.ONLY, BigDecimal.ZERO))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("s4.txt");
  }

  @Test
  void aStepSeesWhatTheFittedStepBeforeItGives() throws Exception {
    scene.recipe = withSteps("train-z-score", "train-percentile-clip");
    FitReport.Result result = fit(FITS, Rank.ONLY).result().orElseThrow();

    assertThat(result.steps().steps())
        .extracting(FittedStep::place)
        .containsExactly("2:train-z-score", "3:train-percentile-clip");
    assertThat(result.recipe().unfitted()).isEmpty();
    Recipe again = FittedRecipe.of(scene.recipe, result.steps(), "fitted.json", train(), 1);
    assertThat(again.canonical()).isEqualTo(result.recipe().canonical());
  }

  private Digest train() throws Exception {
    return scene.dataset().description().splitDigest(Split.TRAIN);
  }

  @Test
  void whatWasLearntElsewhereIsRefused() throws Exception {
    FittedSteps fitted = steps(fit(FITS, Rank.ONLY));
    scene.build(2, "one", "three", "seven", "eleven", "bad word", "skip this", "another");

    assertThatThrownBy(() -> FittedRecipe.of(scene.recipe, fitted, "fitted.json", train(), 1))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("another train split");
  }

  @Test
  void whatWasLearntForAnotherRecipeIsRefused() throws Exception {
    FittedSteps fitted = steps(fit(FITS, Rank.ONLY));
    Recipe other = withSteps("train-percentile-clip", "train-z-score");

    assertThatThrownBy(() -> FittedRecipe.of(other, fitted, "fitted.json", train(), 1))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("step 2 `train-percentile-clip`");
    assertThatThrownBy(() -> FittedRecipe.of(scene.recipe, fitted, "fitted.json", train(), 2))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("output version 1");
  }

  @Test
  void theFileReadsBackAsItWasWritten() throws Exception {
    FittedSteps fitted = steps(fit(FITS, Rank.ONLY));

    FittedSteps read = FittedSteps.read(fitted.toBytes(), "fitted.json");

    assertThat(read.train()).isEqualTo(fitted.train());
    assertThat(read.steps().getFirst().digest()).isEqualTo(fitted.steps().getFirst().digest());
  }

  @Test
  void theFittedRecipeRunsAndItsIdentityTellsWhatWasLearnt() throws Exception {
    Digest unfitted = scene.recipe.digest();
    scene.recipe = fit(FITS, Rank.ONLY).result().orElseThrow().recipe();

    assertThat(scene.recipe.digest()).isNotEqualTo(unfitted);
    assertThat(scene.work().counts().written()).isEqualTo(5);
  }
}
