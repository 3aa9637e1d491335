package dev.shardline.flow;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectRoomsTest {
  private static final long MEBIBYTE = 1 << 20;

  private final ObjectRooms rooms = new ObjectRooms(32 * MEBIBYTE);

  private ObjectRoom lend(long bytes) {
    return rooms.lend(bytes).orElseThrow();
  }

  @Test
  void theNextObjectOfAboutThatSizeGetsTheSameMemory() {
    ObjectRoom first = lend(5 * MEBIBYTE + 3);
    long address = first.memory().address();
    first.close();
    ObjectRoom second = lend(3 * MEBIBYTE + 1);

    assertThat(second.memory().address()).isEqualTo(address);
    assertThat(second.memory().byteSize()).isEqualTo(3 * MEBIBYTE + 1);
    assertThat(address % 4096).isZero();
  }

  @Test
  void whoeverKeepsItIsToldWhenHeReadsIt() {
    ObjectRoom room = lend(MEBIBYTE);
    MemorySegment kept = room.memory().asSlice(5, 10);
    room.close();
    ObjectRoom next = lend(MEBIBYTE);

    assertThat(next.memory().get(ValueLayout.JAVA_BYTE, 5)).isZero();
    assertThatThrownBy(() -> kept.get(ValueLayout.JAVA_BYTE, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @SuppressWarnings("restricted") // a native call that has not returned
  void whatIsStillBeingReadIntoIsNotLentAgain() throws Throwable {
    ObjectRoom room = lend(MEBIBYTE);
    Linker linker = Linker.nativeLinker();
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle sort =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("qsort"),
              FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS));
      MethodHandle closing =
          MethodHandles.dropArguments(
              MethodHandles.insertArguments(
                  MethodHandles.lookup()
                      .findStatic(
                          ObjectRoomsTest.class,
                          "closed",
                          MethodType.methodType(int.class, ObjectRoom.class)),
                  0,
                  room),
              0,
              MemorySegment.class,
              MemorySegment.class);
      MemorySegment compare =
          linker.upcallStub(closing, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS), arena);
      sort.invokeExact(room.memory(), 2L, 1L, compare);
    }

    assertThat(lend(MEBIBYTE).memory().address()).isNotEqualTo(room.memory().address());
    assertThat(rooms.heldBytes()).isEqualTo(2 * MEBIBYTE);
  }

  private static int closed(ObjectRoom room) {
    room.close();
    return 0;
  }

  @Test
  void memoryOfASmallerDataSetGoesForThatOfALarger() {
    for (long size : new long[] {2, 5, 11, 29, 3}) {
      lend(size * MEBIBYTE).close();
      assertThat(rooms.heldBytes()).isEqualTo(size * MEBIBYTE);
    }
  }

  @Test
  void smallObjectsAndThoseBeyondTheLimitAreLeftToTheHeap() {
    assertThat(rooms.lend(MEBIBYTE - 1)).isEmpty();
    assertThat(rooms.lend(33 * MEBIBYTE)).isEmpty();
    ObjectRoom large = lend(20 * MEBIBYTE);
    assertThat(rooms.lend(13 * MEBIBYTE)).isEmpty();
    large.close();
    assertThat(rooms.lend(13 * MEBIBYTE)).isPresent();
  }

  @Test
  void neverTakesMoreThanTheLimitNorLendsMemoryTwice() {
    Random random = new Random(3);
    List<ObjectRoom> lent = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      if (!lent.isEmpty() && random.nextBoolean()) {
        lent.remove(random.nextInt(lent.size())).close();
      } else {
        rooms.lend(MEBIBYTE + random.nextLong(9 * MEBIBYTE)).ifPresent(lent::add);
      }
      long sum = lent.stream().mapToLong(room -> room.memory().byteSize()).sum();
      assertThat(rooms.heldBytes()).isBetween(sum, 32 * MEBIBYTE);
      for (ObjectRoom one : lent) {
        for (ObjectRoom other : lent) {
          assertThat(one == other || one.memory().asOverlappingSlice(other.memory()).isEmpty())
              .isTrue();
        }
      }
    }
  }
}
