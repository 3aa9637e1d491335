package dev.shardline.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.config.Config;
import dev.shardline.failure.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeReaderTest {
  private static Recipe read(String yaml) {
    Config config = Config.parse(yaml, "shardline.yaml", Path.of("/"), List.of());
    var recipe = new RecipeReader(TestSteps.catalog()).read(config.root());
    config.problems().throwIfAny();
    return recipe.orElseThrow();
  }

  @Test
  void stepsStandInTheOrderInWhichTheyAreWritten() {
    Recipe recipe = read("recipe: {seed: 3, steps: [read, {multiply: {factor: 2}}, to-tensor]}");

    assertThat(recipe.steps())
        .extracting(RecipeStep::name)
        .containsExactly("read", "multiply", "to-tensor");
    assertThat(recipe.seed()).isEqualTo(3);
    assertThat(recipe.outputs()).containsExactly(Recipe.MAIN);
  }

  @Test
  void aListAloneIsARecipeWithoutASeed() {
    assertThat(read("recipe: [read, to-tensor]").digest())
        .isEqualTo(read("recipe: {seed: 0, steps: [read, to-tensor]}").digest());
  }

  @Test
  void aDefaultThatIsWrittenOutChangesNothing() {
    assertThat(read("recipe: [read, {repeat: {count: 2}}, to-tensor]").digest())
        .isEqualTo(read("recipe: [read, repeat, to-tensor]").digest());
    assertThat(read("recipe: [read, {repeat: {count: 3}}, to-tensor]").digest())
        .isNotEqualTo(read("recipe: [read, repeat, to-tensor]").digest());
  }

  @Test
  void teeEndsInSeveralOutputs() {
    Recipe recipe = read("recipe: [read, {tee: {small: [to-tensor], large: [repeat, to-tensor]}}]");

    assertThat(recipe.outputs()).containsExactly("large", "small");
    assertThat(recipe.emitsMany("large")).isTrue();
    assertThat(recipe.emitsMany("small")).isFalse();
    assertThat(recipe.branch("large").getFirst().position()).isEqualTo(2);
  }

  @Test
  void aStepThatDoesNotFitIsNamedWithTheOneBefore() {
    assertThatThrownBy(() -> read("recipe: [read, to-tensor, {multiply: {factor: 2}}]"))
        .isInstanceOf(UsageException.class)
        .hasMessage("Step 3 `multiply` needs an image, step 2 `to-tensor` gives a tensor");
  }

  @Test
  void aRecipeThatDoesNotEndInATensorIsRefused() {
    assertThatThrownBy(() -> read("recipe: [read]"))
        .hasMessage(
            "The recipe ends in an image (step 1 `read`); shards hold tensors: add a last step that"
                + " gives one");
  }

  @Test
  void aRecipeBeginsWithDecoding() {
    assertThatThrownBy(() -> read("recipe: [to-tensor]"))
        .hasMessageContaining("begins with `to-tensor`, which does not decode");
  }

  @Test
  void everyProblemIsReportedWithItsPlace() {
    assertThatThrownBy(() ->
            read(
                """
                recipe:
                  - raed
                  - repeat: {cuont: 3}
                  - repeat: {count: -1}
                  - multiply
                  - tee: {}
                  - to-tensor
                """))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "shardline.yaml:2: recipe.0.raed: There is no step `raed`; did you mean `read`?")
        .hasMessageContaining("There is no parameter `cuont`; did you mean `count`?")
        .hasMessageContaining("`count`: expected a whole number from 0 to 100, found -1")
        .hasMessageContaining("`factor` is missing: what to multiply with")
        .hasMessageContaining("`tee` is the last step");
  }

  @Test
  void aRecipeWithoutStepsIsRefused() {
    assertThatThrownBy(() -> read("dataset: {}")).hasMessageContaining("has no steps");
  }
}
