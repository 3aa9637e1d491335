package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.PartId;
import dev.shardline.flow.SampleSource;
import dev.shardline.lineage.FateCounts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedriveTest {
  @TempDir private Path scratch;

  /// A scene in which reading `s1.txt` was refused.
  private Scene refused(Scene scene) throws Exception {
    scene.build(2, "one", "two", "three", "four");
    SampleSource allowed = scene.source;
    scene.source =
        (object, range) -> {
          if (object.location().fileName().equals("s1.txt")) {
            throw new AccessDeniedException(object.location().toString());
          }
          return allowed.open(object, range);
        };
    scene.work();
    scene.source = allowed;
    return scene;
  }

  private SortedMap<String, String> undisturbed() throws Exception {
    Scene scene = new Scene(scratch.resolve("undisturbed"));
    scene.build(2, "one", "two", "three", "four");
    scene.work();
    return scene.output();
  }

  private static List<PartId> withdraw(Scene scene) throws IOException {
    WorkerPlan plan = scene.plan();
    return Redrive.prepare(
        scene.store, plan.directory(), plan.run(), plan.dataset(), plan.software());
  }

  @Test
  void onlyPartsWithFailuresAreDoneAgain() throws Exception {
    Scene scene = refused(new Scene(scratch));

    assertThat(withdraw(scene)).containsExactly(Scene.train(0));
    WorkerReport report = scene.work();

    assertThat(report.committed()).containsExactly(Scene.train(0));
    assertThat(report.foundDone()).containsExactly(Scene.train(1));
    assertThat(report.counts()).isEqualTo(new FateCounts(4, 0, 0));
    assertThat(scene.output()).isEqualTo(undisturbed());
  }

  @Test
  void withoutFailuresNothingIsWithdrawn() throws Exception {
    Scene scene = new Scene(scratch);
    scene.build(2, "one", "two", "three");
    scene.work();
    SortedMap<String, String> before = scene.output();

    assertThat(withdraw(scene)).isEmpty();
    assertThat(scene.output()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aKilledRedriveIsEndedByTheNextOne(int deletes) throws Exception {
    FailingDeletes store = new FailingDeletes();
    Scene scene = refused(new Scene(scratch, store));
    store.failAfter(deletes);
    assertThatThrownBy(() -> withdraw(scene)).isInstanceOf(IOException.class);
    store.heal();

    withdraw(scene);
    scene.work();

    assertThat(scene.output()).isEqualTo(undisturbed());
  }
}
