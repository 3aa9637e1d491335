package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankSourceTest {
  @TempDir private Path root;

  private Optional<Rank> find(Map<String, String> environment) {
    return new RankSource(environment).find();
  }

  private Map<String, String> sageMaker(String json) throws IOException {
    Files.createDirectories(root.resolve("config"));
    Files.writeString(root.resolve("config/resourceconfig.json"), json);
    return Map.of(SageMakerPaths.ROOT_VARIABLE, root.toString());
  }

  @Test
  void sageMakerHostsAreSortedByTheirNumbers() throws IOException {
    assertThat(
            find(
                sageMaker(
                    """
                    {"current_host":"algo-10","hosts":["algo-10","algo-2","algo-1"],"extra":null}
                    """)))
        .contains(new Rank(2, 3));
  }

  @Test
  void aHostThatIsNotListedIsAMistake() throws IOException {
    Map<String, String> environment =
        sageMaker("{\"current_host\":\"algo-7\",\"hosts\":[\"algo-1\"]}");
    assertThatThrownBy(() -> find(environment))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("\"algo-7\" is not among the hosts [algo-1]");
  }

  @Test
  void arrayJobsTellTheirIndex() {
    assertThat(find(Map.of("AWS_BATCH_JOB_ARRAY_INDEX", "3", "SHARDLINE_COUNT", "8")))
        .contains(new Rank(3, 8));
    assertThat(find(Map.of("JOB_COMPLETION_INDEX", "0", "SHARDLINE_COUNT", "1")))
        .contains(new Rank(0, 1));
    assertThat(find(Map.of("SLURM_ARRAY_TASK_ID", "31", "SLURM_ARRAY_TASK_COUNT", "32")))
        .contains(new Rank(31, 32));
  }

  @Test
  void anIndexWithoutACountIsAMistake() {
    assertThatThrownBy(() -> find(Map.of("JOB_COMPLETION_INDEX", "3")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "JOB_COMPLETION_INDEX is \"3\" and SHARDLINE_COUNT is not set; expected a rank from 0"
                + " and the number of workers");
    assertThatThrownBy(() -> find(Map.of("JOB_COMPLETION_INDEX", "3", "SHARDLINE_COUNT", "3")))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void withoutAnEngineNothingIsKnown() {
    assertThat(find(Map.of(SageMakerPaths.ROOT_VARIABLE, root.toString()))).isEmpty();
  }
}
