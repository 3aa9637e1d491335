package dev.shardline.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShardRecordTest {
  private static final int MEBIBYTES = 64;

  /// One array, many times.
  private static ShardRecord of(int tensors) {
    Tensor shared =
        Tensor.of(ElementType.UINT8, new int[] {MEBIBYTES << 20}, new byte[MEBIBYTES << 20]);
    SortedMap<String, Tensor> companions = new TreeMap<>();
    for (int i = 1; i < tensors; i++) {
      companions.put("part-" + i, shared);
    }
    return new ShardRecord("key", shared, companions, 0, CanonicalJson.object());
  }

  @Test
  void aRecordBeyondTwoGibibytesIsRefusedByItsSize() {
    int most = 2048 / MEBIBYTES;

    assertThatCode(() -> of(most - 1).requireStorable()).doesNotThrowAnyException();
    assertThatThrownBy(() -> of(most).requireStorable())
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
        .hasMessageContaining("at most 2 GiB in one record, found 2147483648 bytes");
  }
}
