package dev.shardline.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.recipe.TestSteps.Multiply;
import dev.shardline.recipe.TestSteps.Read;
import dev.shardline.recipe.TestSteps.Repeat;
import dev.shardline.recipe.TestSteps.ToTensor;
import org.junit.jupiter.api.Test;

class RecipeFootprintTest {
  private static final long BYTES = 1 << 20;
  private static final Footprint SOURCE = Footprint.of(BYTES, BYTES, 5 * BYTES);

  @Test
  void oneRecordIsEncodedBehindAllSteps() {
    Recipe recipe =
        TestSteps.recipe(
            TestSteps.at(1, new Read()),
            TestSteps.at(2, new Multiply(2)),
            TestSteps.at(3, new ToTensor()));

    MemoryNeed need = RecipeFootprint.need(recipe, SOURCE);

    assertThat(need.peakBytes()).isEqualTo(SOURCE.peakBytes());
    assertThat(need.resultBytes()).isBetween(BYTES, BYTES + (BYTES >> 4));
  }

  @Test
  void recordsWaitWhileOthersAreMade() {
    Recipe recipe =
        TestSteps.recipe(
            TestSteps.at(1, new Read()),
            TestSteps.at(2, new Repeat(3)),
            TestSteps.at(3, new ToTensor()));

    MemoryNeed need = RecipeFootprint.need(recipe, SOURCE);

    assertThat(need.peakBytes()).isGreaterThanOrEqualTo(SOURCE.peakBytes() + need.resultBytes());
  }
}
