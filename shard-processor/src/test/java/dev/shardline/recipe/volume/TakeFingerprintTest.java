package dev.shardline.recipe.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Learning;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.Volumes;
import dev.shardline.volume.statistics.Moments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TakeFingerprintTest {
  private static final TakeFingerprint STEP = new TakeFingerprint(RegionChoice.WHOLE, true);

  @Test
  void whatIsLearntDoesNotDependOnOrderOrGrouping() throws MalformedDataException {
    List<Item> items = items(6);
    Learning<Fingerprint> alone = Learning.of(STEP);
    alone.observe(items);
    List<Item> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(2));
    Learning<Fingerprint> first = Learning.of(STEP);
    Learning<Fingerprint> second = Learning.of(STEP);
    first.observe(shuffled.subList(0, 2));
    second.observe(shuffled.subList(2, 6));
    second.merge(first.write());

    assertThat(CanonicalJson.line(second.write())).isEqualTo(CanonicalJson.line(alone.write()));
  }

  @Test
  void shapesSpacingsAndValuesAreTold() throws MalformedDataException {
    Learning<Fingerprint> learning = Learning.of(STEP);
    List<Item> items = items(3);
    learning.observe(items);
    JsonNode form = learning.write();

    assertThat(form.path("shapes").path("8 9 10").asInt()).isEqualTo(2);
    assertThat(form.path("shapes").path("8 9 11").asInt()).isEqualTo(1);
    assertThat(form.path("median-shape").toString()).isEqualTo("[\"8.0\",\"9.0\",\"10.0\"]");
    assertThat(form.path("median-spacing-mm").get(2).asText()).isEqualTo("1.5");
    Moments moments = Moments.of(joined(items));
    assertThat(Double.parseDouble(form.path("subject-values").path("mean").asText()))
        .isCloseTo(moments.mean(), within(1e-9));
    assertThat(Double.parseDouble(form.path("subject-values").path("deviation").asText()))
        .isCloseTo(moments.deviation(), within(1e-9));
  }

  @Test
  void volumesAreClippedAndBroughtToTheTrainSplitsScale() throws MalformedDataException {
    Learning<Fingerprint> learning = Learning.of(STEP);
    List<Item> items = items(4);
    learning.observe(items);
    MapStep fitted = (MapStep) learning.fitted();
    List<Item> normal = new ArrayList<>();
    for (Item item : items) {
      normal.add(fitted.map(item));
    }
    Moments moments = Moments.of(joined(normal));
    assertThat(moments.mean()).isCloseTo(0, within(0.02));
    assertThat(moments.deviation()).isBetween(0.95, 1.0);
  }

  @Test
  void withoutNormalisingVolumesPass() throws MalformedDataException {
    TakeFingerprint step = new TakeFingerprint(RegionChoice.WHOLE, false);
    Learning<Fingerprint> learning = Learning.of(step);
    Item item = items(1).getFirst();
    learning.observe(List.of(item));
    assertThat(((MapStep) learning.fitted()).map(item)).isSameAs(item);
  }

  @Test
  void nothingIsLearntFromNothingAndDamageIsRefused() {
    assertThatThrownBy(() -> Learning.of(STEP).fitted()).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> STEP.read(CanonicalJson.object().put("volumes", 3)))
        .isInstanceOf(MalformedDataException.class);
  }

  private static float[] joined(List<Item> items) {
    List<Float> all = new ArrayList<>();
    for (Item item : items) {
      for (float value : ((Volume) item.data()).toArray()) {
        all.add(value);
      }
    }
    float[] values = new float[all.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = all.get(i);
    }
    return values;
  }

  private static List<Item> items(int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      VolumeShape shape = new VolumeShape(8, 9, i % 3 == 2 ? 11 : 10);
      Volume volume = Volumes.random(shape, Affine.scaling(1, 1, 1.5), i);
      SampleFacts facts =
          new SampleFacts("s" + i, "s" + i, new ClassLabel("x", 0), Split.TRAIN, Map.of(), 0);
      items.add(Item.of(facts, volume));
    }
    return items;
  }
}
