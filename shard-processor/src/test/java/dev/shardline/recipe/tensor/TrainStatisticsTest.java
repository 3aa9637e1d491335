package dev.shardline.recipe.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Estimator;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Learning;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The steps that learn from all train values: exact merging, and what they learn.
class TrainStatisticsTest {
  private static final List<TensorStepFactory> FITTED =
      List.of(TrainZScore.FACTORY, TrainPercentileClip.FACTORY);

  private static Estimator<?> estimator(TensorStepFactory factory, ObjectNode arguments) {
    return (Estimator<?>) factory.create(Arguments.read(factory.parameters(), arguments));
  }

  private static Item item(float[] values, int... shape) {
    SampleFacts facts =
        new SampleFacts("s", "subject", new ClassLabel("a", 0), Split.TRAIN, Map.of(), 0);
    return Item.of(facts, Tensor.ofFloats(values, shape));
  }

  private static Item item(float... values) {
    return item(values, values.length);
  }

  private static float[] apply(Step step, Item item) throws MalformedDataException {
    List<Item> given = new ArrayList<>();
    step.apply(
        item,
        new Emitter() {
          @Override
          public void emit(Item one) {
            given.add(one);
          }

          @Override
          public void drop(String rule, String detail) {
            throw new AssertionError(rule);
          }
        });
    return ((Tensor) given.getFirst().data()).toFloats();
  }

  @Property(tries = 60)
  void anyOrderAndAnyGroupingWritesTheSameForm(
      @ForAll @Size(min = 1, max = 30) List<Float> values,
      @ForAll @IntRange(min = 1, max = 5) int groups,
      @ForAll Random random)
      throws MalformedDataException {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      items.add(item(values.get(i), values.get(values.size() - 1 - i), i));
    }
    for (TensorStepFactory factory : FITTED) {
      Estimator<?> estimator = estimator(factory, CanonicalJson.object());
      Learning<?> whole = Learning.of(estimator);
      whole.observe(items);
      assertThat(shuffledAndGrouped(estimator, items, groups, random)).isEqualTo(whole.write());
    }
  }

  private static JsonNode shuffledAndGrouped(
      Estimator<?> estimator, List<Item> items, int groups, Random random)
      throws MalformedDataException {
    List<Item> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    List<JsonNode> forms = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      Learning<?> part = Learning.of(estimator);
      for (int i = group; i < shuffled.size(); i += groups) {
        part.observe(List.of(shuffled.get(i)));
      }
      forms.add(part.write());
    }
    Collections.shuffle(forms, random);
    Learning<?> merged = Learning.of(estimator);
    for (JsonNode form : forms) {
      merged.merge(form);
    }
    return merged.write();
  }

  @Test
  void theZScoreHasMeanZeroAndDeviationOneOverTheWholeTrainSplit() throws MalformedDataException {
    Learning<?> learning = Learning.of(estimator(TrainZScore.FACTORY, CanonicalJson.object()));
    learning.observe(List.of(item(1, 2, Float.NaN), item(3, 6)));
    Step step = learning.fitted();

    float[] scores = apply(step, item(1, 2, 3, 6));

    double mean = (scores[0] + scores[1] + scores[2] + scores[3]) / 4.0;
    assertThat(mean).isCloseTo(0, within(1e-6));
    assertThat(scores[0]).isEqualTo((float) ((1 - 3) / Math.sqrt(3.5)));
  }

  @Test
  void eachChannelMayHaveItsOwnMeanAndDeviation() throws MalformedDataException {
    ObjectNode perChannel = CanonicalJson.object().put("per-channel", true);
    Learning<?> learning = Learning.of(estimator(TrainZScore.FACTORY, perChannel));
    learning.observe(List.of(item(new float[] {0, 2, 10, 30}, 2, 2)));

    assertThat(apply(learning.fitted(), item(new float[] {0, 2, 10, 30}, 2, 2)))
        .containsExactly(-1, 1, -1, 1);
  }

  @Test
  void channelsThatDifferBetweenSamplesAreNamed() throws MalformedDataException {
    ObjectNode perChannel = CanonicalJson.object().put("per-channel", true);
    Learning<?> learning = Learning.of(estimator(TrainZScore.FACTORY, perChannel));
    learning.observe(List.of(item(new float[4], 2, 2), item(new float[3], 3, 1)));

    assertThatThrownBy(learning::fitted)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("[2, 3]");
  }

  @Test
  void nothingToLearnFromIsAnErrorOfTheUser() {
    for (TensorStepFactory factory : FITTED) {
      Learning<?> learning = Learning.of(estimator(factory, CanonicalJson.object()));
      assertThatThrownBy(learning::fitted)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(factory.name());
    }
  }

  @Test
  void percentilesAreThoseOfAllTrainValues() throws MalformedDataException {
    ObjectNode ends = CanonicalJson.object().put("low", 10).put("high", 90);
    Learning<?> learning = Learning.of(estimator(TrainPercentileClip.FACTORY, ends));
    for (int start = 1; start <= 91; start += 10) {
      float[] ten = new float[10];
      for (int i = 0; i < 10; i++) {
        ten[i] = start + i;
      }
      learning.observe(List.of(item(ten)));
    }

    assertThat(apply(learning.fitted(), item(-5, 10, 50, 90, 1000)))
        .containsExactly(0, 0, 0.5f, 1, 1);
  }

  @Property(tries = 50)
  void aPercentileIsTheNearestRankToTheHistogramsResolution(
      @ForAll @Size(min = 1, max = 50) List<Float> values,
      @ForAll @IntRange(min = 0, max = 100) int percent) {
    ValueHistogram histogram = new ValueHistogram();
    double[] sorted = new double[values.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = values.get(i);
      histogram.add(sorted[i]);
    }
    Arrays.sort(sorted);
    int rank = Math.max(1, (int) Math.ceil(percent / 100.0 * sorted.length));
    double exact = sorted[rank - 1];

    assertThat(histogram.percentile(percent))
        .isCloseTo(exact, within(Math.abs(exact) / 4096 + Float.MIN_NORMAL));
  }

  @Test
  void formsOfAnythingElseAreRefused() {
    ObjectNode wrong = CanonicalJson.object().put("values", 2).put("bins", "7:1 x");
    ObjectNode uncounted = CanonicalJson.object().put("values", 2).put("bins", "7:1");
    for (ObjectNode form : List.of(wrong, uncounted)) {
      Learning<?> learning =
          Learning.of(estimator(TrainPercentileClip.FACTORY, CanonicalJson.object()));
      assertThatThrownBy(() -> learning.merge(form)).isInstanceOf(MalformedDataException.class);
    }
  }
}
