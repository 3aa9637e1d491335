package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.shardline.flow.SampleSource;
import dev.shardline.recipe.Recipe;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingDataTest {
  private static final ObjectLocation SECOND = ObjectLocation.parse("memory://work/runs/second/");

  @TempDir private Path scratch;
  private Scene scene;

  @BeforeEach
  void prepare() {
    scene = new Scene(scratch);
  }

  private WorkerReport run(ObjectLocation directory) throws IOException, InterruptedException {
    scene.run = directory;
    scene.earlierRuns = List.of();
    WorkerPlan plan = scene.plan();
    RunFolder.begin(scene.stores, directory, plan.run());
    scene.earlierRuns = EarlierRuns.alike(scene.store, directory, plan.run());
    return scene.work();
  }

  @Test
  void addingSamplesCostsOnlyTheirParts() throws Exception {
    scene.build(2, "one", "two", "three", "bad");
    run(Scene.RUN);
    scene.build(2, "one", "two", "three", "bad", "five");

    WorkerReport report = run(SECOND);

    assertThat(report.reused()).containsExactly(Scene.train(0), Scene.train(1));
    assertThat(report.committed()).containsExactly(Scene.train(2));
    assertThat(report.counts().samples()).isEqualTo(5);
  }

  @Test
  void whatIsTakenOverIsWhatWouldHaveBeenMade() throws Exception {
    scene.build(2, "one", "two", "three");
    run(Scene.RUN);
    scene.build(2, "one", "two", "three", "four", "five");
    assertThat(run(SECOND).reused()).containsExactly(Scene.train(0));
    SortedMap<String, String> grown = scene.output();

    Scene fresh = new Scene(scratch.resolve("fresh"));
    fresh.build(2, "one", "two", "three", "four", "five");
    fresh.run = SECOND;
    RunFolder.begin(fresh.stores, SECOND, fresh.plan().run());
    fresh.work();

    assertThat(grown).isEqualTo(fresh.output());
  }

  @Test
  void anotherRecipeTakesNothingOver() throws Exception {
    scene.build(2, "one", "two", "three", "four");
    run(Scene.RUN);
    scene.recipe = Recipe.of(1, scene.recipe.steps());

    assertThat(run(SECOND).reused()).isEmpty();
  }

  @Test
  void whatKeepsPartsFromBeingTakenOverIsNamed() throws Exception {
    scene.build(2, "one", "two");
    run(Scene.RUN);
    scene.recipe = Recipe.of(1, scene.recipe.steps());

    assertThat(EarlierRuns.beside(scene.store, SECOND, scene.plan().run()))
        .containsExactly(new EarlierRuns.EarlierRun(Scene.RUN, List.of("another recipe")));
    assertThat(
            EarlierRuns.beside(
                scene.store,
                ObjectLocation.parse("memory://work/elsewhere/x/"),
                scene.plan().run()))
        .isEmpty();
  }

  @Test
  void aChangedShardIsNotTakenOver() throws Exception {
    scene.build(2, "one", "two", "three", "four");
    run(Scene.RUN);
    scene.store.write(Scene.RUN.resolve("train/part-00000.tar"), Content.ofText("damaged"));
    scene.build(2, "one", "two", "three", "four", "five");

    WorkerReport report = run(SECOND);

    assertThat(report.reused()).containsExactly(Scene.train(1));
    assertThat(report.reuse().refused().get(Scene.train(0)))
        .isEqualTo("memory://work/runs/r/train/part-00000.tar is not as its ledger says");
    assertThat(report.reuse().refused().get(Scene.train(2)))
        .isEqualTo("memory://work/runs/r/train/part-00002.ledger is not there");
  }

  @Test
  void aPartWithOtherSamplesSaysSo() throws Exception {
    scene.build(2, "one", "two", "three", "four");
    run(Scene.RUN);
    scene.build(2, "one", "two", "three", "five");

    assertThat(run(SECOND).reuse().refused())
        .containsExactly(
            entry(
                Scene.train(1),
                "its samples are not those of memory://work/runs/r/train/part-00001.ledger"));
  }

  @Test
  void aDamagedEarlierRunIsNamedAndHarmsNobody() throws Exception {
    scene.build(2, "one", "two", "three", "four");
    run(Scene.RUN);
    scene.store.write(Scene.RUN.resolve("train/part-00000.ledger"), Content.ofText("damaged"));
    scene.build(2, "one", "two", "three", "four", "five");

    WorkerReport report = run(SECOND);

    assertThat(report.reused()).containsExactly(Scene.train(1));
    assertThat(report.reuse().refused().get(Scene.train(0)))
        .contains("part-00000.ledger is damaged");

    scene.store.write(Scene.RUN.resolve("run.json"), Content.ofText("damaged"));
    assertThat(EarlierRuns.beside(scene.store, SECOND, scene.plan().run()))
        .singleElement()
        .satisfies(run -> assertThat(run.isAlike()).isFalse());
  }

  @Test
  void aPartWithSamplesThatMayBeReadableNowIsDoneAgain() throws Exception {
    scene.build(2, "one", "two", "three", "four");
    SampleSource allowed = scene.source;
    scene.source =
        (object, range) -> {
          if (object.location().fileName().equals("s0.txt")) {
            throw new AccessDeniedException(object.location().toString());
          }
          return allowed.open(object, range);
        };
    run(Scene.RUN);
    scene.source = allowed;
    scene.build(2, "one", "two", "three", "four", "five");

    WorkerReport report = run(SECOND);

    assertThat(report.reused()).containsExactly(Scene.train(1));
    assertThat(report.reuse().refused().get(Scene.train(0)))
        .startsWith("s0.txt was quarantined in memory://work/runs/r/")
        .endsWith("which may be mended");
  }
}
