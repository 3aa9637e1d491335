package dev.shardline.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.digest.StableHash;
import java.util.List;
import java.util.function.IntToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GroupAssignmentPropertyTest {
  private static final List<SplitTarget> TARGETS =
      SplitSpec.ofShares("0.7", "0.15", "0.15", 7).targets();

  private static GroupAssignment assignment(
      int count, int classes, int everyFixed, IntToLongFunction hash) {
    int[] codes = new int[count];
    byte[] fixed = new byte[count];
    for (int i = 0; i < count; i++) {
      codes[i] = i < classes ? i : (int) Long.remainderUnsigned(StableHash.mix(~i), classes);
      fixed[i] = i % everyFixed == 1 ? (byte) (i % TARGETS.size()) : GroupSplitter.FREE;
    }
    Strata strata = Strata.of(new Strata.Column(codes, classes), List.of());
    GroupTypes types = GroupTypes.of(Groups.ofSingles(count), strata);
    AllocationProblem problem = new AllocationProblem(TARGETS, strata, types, fixed);
    return new GroupAssignment(
        types, new AllocationSearch(problem, 1).best(), new int[] {0, 1, 2}, hash, fixed);
  }

  @Property(tries = 60)
  void bucketsGiveTheSameAsAWalkThroughAllGroups(
      @ForAll @IntRange(min = 10, max = 60_000) int count,
      @ForAll @IntRange(min = 1, max = 5) int classes,
      @ForAll @IntRange(min = 2, max = 9) int everyFixed,
      @ForAll long seed) {
    GroupAssignment assignment =
        assignment(count, classes, everyFixed, group -> StableHash.mix(seed + group));
    assertThat(assignment.byBuckets()).isEqualTo(assignment.oneByOne());
  }

  @Property(tries = 20)
  void evenIfMostHashesAreEqual(
      @ForAll @IntRange(min = 10, max = 20_000) int count,
      @ForAll @IntRange(min = 1, max = 9) int different) {
    GroupAssignment assignment =
        assignment(count, 3, 4, group -> (long) (group % different) << 60 | group % different);
    assertThat(assignment.byBuckets()).isEqualTo(assignment.oneByOne());
  }
}
