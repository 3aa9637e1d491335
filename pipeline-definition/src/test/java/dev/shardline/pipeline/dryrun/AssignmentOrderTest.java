package dev.shardline.pipeline.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AssignmentOrderTest {
  @Property
  void everyObjectGoesToExactlyOneMachine(
      @ForAll AssignmentOrder order,
      @ForAll @IntRange(max = 300) int objects,
      @ForAll @IntRange(min = 1, max = 100) int machines,
      @ForAll long seed) {
    List<List<Integer>> shares = order.assign(objects, machines, seed);

    assertThat(shares).hasSize(machines);
    assertThat(shares.stream().flatMap(List::stream).sorted().toList())
        .isEqualTo(IntStream.range(0, objects).boxed().toList());
    assertThat(order.assign(objects, machines, seed)).isEqualTo(shares);
  }

  @Property
  void theFairOrdersDifferByAtMostOneObject(
      @ForAll @IntRange(max = 300) int objects,
      @ForAll @IntRange(min = 1, max = 100) int machines) {
    for (AssignmentOrder order : List.of(AssignmentOrder.ROUND_ROBIN, AssignmentOrder.CONTIGUOUS)) {
      var sizes =
          order.assign(objects, machines, 0).stream().mapToInt(List::size).summaryStatistics();
      assertThat(sizes.getMax() - sizes.getMin()).isLessThanOrEqualTo(1);
    }
  }
}
