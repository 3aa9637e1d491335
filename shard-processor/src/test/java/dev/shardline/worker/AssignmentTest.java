package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import dev.shardline.digest.Digest;
import dev.shardline.manifest.Counts;
import dev.shardline.manifest.FileDigest;
import dev.shardline.manifest.PartDescription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class AssignmentTest {
  private static List<PartDescription> parts(List<Long> sizes) {
    return IntStream.range(0, sizes.size())
        .mapToObj(number -> {
          PartId id = new PartId(Split.TRAIN, number);
          return new PartDescription(
              id,
              new Counts(1, 1, sizes.get(number)),
              Digest.of("samples"),
              List.of(new FileDigest(id + ".manifest", 1, Digest.of(id.toString()))));
        })
        .toList();
  }

  @Property(tries = 200)
  void everyPartIsInExactlyOneShare(
      @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 1000) Long> sizes,
      @ForAll @IntRange(min = 1, max = 20) int workers) {
    List<PartId> all = new ArrayList<>();
    for (int rank = 0; rank < workers; rank++) {
      List<PartId> share = Assignment.byBytes(parts(sizes), new Rank(rank, workers));
      assertThat(share).isSorted();
      all.addAll(share);
    }
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            parts(sizes).stream().map(PartDescription::id).toList());
  }

  @Property(tries = 200)
  void noTwoSharesDifferByMoreThanTheLargestPart(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = 1000) Long> sizes,
      @ForAll @IntRange(min = 1, max = 20) int workers) {
    long[] bytes =
        IntStream.range(0, workers)
            .mapToLong(rank ->
                Assignment.byBytes(parts(sizes), new Rank(rank, workers)).stream()
                    .mapToLong(part -> sizes.get(part.number()))
                    .sum())
            .toArray();
    long most = LongStream.of(bytes).max().orElseThrow();
    long least = LongStream.of(bytes).min().orElseThrow();
    assertThat(most - least).isLessThanOrEqualTo(Collections.max(sizes));
  }

  @Property(tries = 200)
  void theOrderOfThePartsDoesNotMatter(
      @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 10) Long> sizes, @ForAll long seed) {
    List<PartDescription> shuffled = new ArrayList<>(parts(sizes));
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Assignment.byBytes(shuffled, new Rank(1, 3)))
        .isEqualTo(Assignment.byBytes(parts(sizes), new Rank(1, 3)));
  }
}
