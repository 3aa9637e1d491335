package dev.shardline.shard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TfRecordIndexTest {
  private static final byte[] FILE = "0 120\n120 37\n157 1200\n".getBytes(US_ASCII);

  private static List<RecordSpan> read(byte[] file) throws Exception {
    List<RecordSpan> spans = new ArrayList<>();
    try (TfRecordIndex index = new TfRecordIndex(new ByteArrayInputStream(file))) {
      for (Optional<RecordSpan> next = index.next(); next.isPresent(); next = index.next()) {
        spans.add(next.get());
      }
    }
    return spans;
  }

  @Test
  void placesComeBackInOrder() throws Exception {
    assertThat(read(FILE))
        .containsExactly(
            new RecordSpan(0, 120, 0), new RecordSpan(120, 37, 0), new RecordSpan(157, 1200, 0));
  }

  @Test
  void aCutLineIsRefused() throws Exception {
    List<Integer> wholeLines = List.of(0, 6, 13);
    for (int length = 0; length < FILE.length; length++) {
      byte[] cut = Arrays.copyOf(FILE, length);
      if (wholeLines.contains(length)) {
        assertThat(read(cut)).hasSize(wholeLines.indexOf(length));
      } else {
        assertThatThrownBy(() -> read(cut)).isInstanceOf(MalformedDataException.class);
      }
    }
    assertThatThrownBy(() -> read(Arrays.copyOf(FILE, 10)))
        .hasMessage("line 2 at byte 6: expected offset, size and the line's end, found \"120 \"");
  }

  @Test
  void aGapIsNamed() {
    assertThatThrownBy(() -> read("0 120\n121 37\n".getBytes(US_ASCII)))
        .hasMessage(
            "line 2 at byte 6: expected offset 120, where the record before ends, found \"121"
                + " 37\"");
  }

  @Test
  void damageIsReadOrRefusedAndNothingElse() throws Exception {
    Random random = new Random(7);
    int read = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = FILE.clone();
      for (int i = 0; i <= round % 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        read += read(damaged).size();
      } catch (MalformedDataException expected) {
        assertThat(expected).hasMessageMatching("line [0-9] at byte [0-9]+: expected .*");
      }
    }
    assertThat(read).isPositive();
  }
}
