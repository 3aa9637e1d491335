package dev.shardline.pipeline.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.cost.CostEstimate.Line;
import dev.shardline.pipeline.plan.PartFacts;
import dev.shardline.pipeline.plan.PartFacts.SplitParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostEstimatorTest {
  @TempDir Path folder;

  @Test
  void aMeasuredSpeedGivesTheHoursOfTheBusiestMachine() throws IOException {
    PriceList prices =
        prices(
            """
            currency: EUR
            instance-hour: {ml.m5.large: 0.1, ml.m5.xlarge: 0.2, ml.m5.2xlarge: 0.5}
            volume-gigabyte-month: 0.144
            gigabytes-per-hour: {ml.m5.2xlarge: 100}
            """);
    PartFacts parts = new PartFacts(Map.of("train", new SplitParts(10, 1_000_000_000_000L)));

    CostEstimate estimate = new CostEstimator(prices, parts).estimate(Examples.small());

    Line preprocess = estimate.lines().get(1);
    assertThat(preprocess.step()).isEqualTo("Preprocess");
    assertThat(preprocess.measured()).isTrue();
    assertThat(preprocess.hours()).isCloseTo(0.05 + 3.0, within(1e-9));
    assertThat(preprocess.cost()).isCloseTo(4 * 3.05 * (0.5 + 100 * 0.144 / 720), within(1e-9));
    assertThat(estimate.measured()).isFalse();
    assertThat(estimate.missing()).isEmpty();
    assertThat(estimate.total())
        .isCloseTo(estimate.lines().stream().mapToDouble(Line::cost).sum(), within(1e-12));
  }

  @Test
  void withoutASpeedTheLongestRuntimeIsTheBound() throws IOException {
    CostEstimate estimate =
        new CostEstimator(prices("instance-hour: {ml.m5.large: 0.1}\n"), null)
            .estimate(Examples.small());

    assertThat(estimate.lines().getFirst())
        .isEqualTo(new Line("BuildManifests", "ml.m5.large", 1, 2.0, false, 0.2));
    assertThat(estimate.missing()).containsExactly("ml.m5.2xlarge", "ml.m5.xlarge");
    assertThat(estimate.toJson().path("bound").asText()).isEqualTo("at-most");
  }

  @Test
  void aWrongPriceIsToldWithItsLine() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> prices("instance-hour:\n  ml.m5.large: -1\nprice: 3\n"))
        .withMessageContaining(":2: instance-hour.ml.m5.large: expected a number above 0")
        .withMessageContaining("price: is not a key");
  }

  private PriceList prices(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("prices.yaml"), yaml);
    return PriceList.load(file);
  }
}
