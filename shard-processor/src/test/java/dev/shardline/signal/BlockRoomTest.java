package dev.shardline.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BlockRoomTest {
  private static float[] lent(int timePoints) {
    List<float[]> rooms = new ArrayList<>();
    BlockRoom.lend(1, timePoints, block -> rooms.add(block.values()));
    return rooms.getFirst();
  }

  @Test
  void aThreadIsLentItsOwnRoomAgain() {
    float[] room = lent(500);
    assertThat(lent(300)).isSameAs(room);
    assertThat(lent(500)).isSameAs(room);
    assertThat(CompletableFuture.supplyAsync(() -> lent(300)).join()).isNotSameAs(room);
  }

  @Test
  void aBlockIsAsLongAsAskedForInWhateverRoom() {
    lent(500);
    BlockRoom.lend(
        4,
        7,
        block -> {
          assertThat(block.timePoints()).isEqualTo(7);
          assertThat(block.signals()).isEqualTo(4);
          assertThat(block.signal(3)).hasSize(7);
        });
  }

  @Test
  void whatIsLentIsNotLentTwice() {
    List<float[]> rooms = new ArrayList<>();
    BlockRoom.lend(
        1,
        10,
        outer -> {
          rooms.add(outer.values());
          BlockRoom.lend(1, 10, inner -> rooms.add(inner.values()));
        });
    assertThat(rooms.get(0)).isNotSameAs(rooms.get(1));
  }

  @Test
  void roomThatIsTooLargeIsNotKept() {
    float[] large = lent((16 << 20) / Float.BYTES + 1);
    assertThat(lent(10)).isNotSameAs(large);
  }
}
