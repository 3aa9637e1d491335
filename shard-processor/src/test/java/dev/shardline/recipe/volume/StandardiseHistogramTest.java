package dev.shardline.recipe.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandardiseHistogramTest {
  private static final StandardiseHistogram STEP = new StandardiseHistogram(RegionChoice.WHOLE);

  @Test
  void whatIsLearntDoesNotDependOnOrderOrGrouping() throws MalformedDataException {
    List<Item> items = items(7);
    Learning<LandmarkSums> alone = Learning.of(STEP);
    alone.observe(items);

    List<Item> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(1));
    Learning<LandmarkSums> first = Learning.of(STEP);
    Learning<LandmarkSums> second = Learning.of(STEP);
    first.observe(shuffled.subList(0, 3));
    second.observe(shuffled.subList(3, 7));
    second.merge(first.write());

    assertThat(CanonicalJson.line(second.write())).isEqualTo(CanonicalJson.line(alone.write()));
  }

  @Test
  void scannersOfOtherGainAndOffsetBecomeAlike() throws MalformedDataException {
    Learning<LandmarkSums> learning = Learning.of(STEP);
    learning.observe(items(5));
    MapStep fitted = (MapStep) learning.fitted();
    Item plain = items(1).getFirst();
    Volume volume = (Volume) plain.data();
    float[] louder = volume.copyValues();
    for (int i = 0; i < louder.length; i++) {
      louder[i] = 2 * louder[i] + 64;
    }
    float[] expected = ((Volume) fitted.map(plain).data()).toArray();
    Item other = plain.withData(volume.withValues(louder, volume.type()));
    float[] found = ((Volume) fitted.map(other).data()).toArray();
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(1e-2f));
    }
  }

  @Test
  void nothingIsLearntFromNothing() {
    assertThatThrownBy(() -> Learning.of(STEP).fitted())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no volume in the train split");
  }

  @Test
  void aDamagedStateIsRefused() {
    assertThatThrownBy(() -> STEP.read(CanonicalJson.object().put("volumes", 3)))
        .isInstanceOf(MalformedDataException.class);
  }

  private static List<Item> items(int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Volume volume = Volumes.random(new VolumeShape(8, 9, 10), Affine.identity(), i);
      SampleFacts facts =
          new SampleFacts("s" + i, "s" + i, new ClassLabel("x", 0), Split.TRAIN, Map.of(), 0);
      items.add(Item.of(facts, volume));
    }
    return items;
  }
}
