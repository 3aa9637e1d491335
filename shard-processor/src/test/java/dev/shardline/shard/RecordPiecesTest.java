package dev.shardline.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Crc32c;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordPiecesTest {
  private static byte[] joined(List<byte[]> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }

  @Test
  void smallPartsAreJoinedAndLargeOnesTakenAsTheyAre() {
    byte[] large = new byte[1 << 20];
    large[5] = 7;

    List<byte[]> pieces =
        new RecordPieces()
            .add(new byte[] {1, 2})
            .add(new byte[] {3})
            .add(large)
            .add(new byte[0])
            .add(new byte[] {4})
            .toList();

    assertThat(pieces).hasSize(3);
    assertThat(pieces.get(0)).containsExactly(1, 2, 3);
    assertThat(pieces.get(1)).isSameAs(large);
    assertThat(pieces.get(2)).containsExactly(4);
  }

  @Test
  void aTensorIsNotCopiedAndTheChecksumIsThatOfAllPieces() throws Exception {
    Tensor tensor = Tensor.ofFloats(new float[100_000], 100_000);
    ShardRecord record = new ShardRecord("a", tensor, new TreeMap<>(), 1, CanonicalJson.object());

    EncodedRecord encoded = new WebDatasetFormat().encode(record);

    assertThat(encoded.pieces()).anyMatch(piece -> piece == tensor.bytes());
    assertThat(encoded.length()).isEqualTo(joined(encoded.pieces()).length).isGreaterThan(400_000);
    assertThat(encoded.crc32c()).isEqualTo(Crc32c.of(joined(encoded.pieces())));
  }

  @Test
  void aRecordHasAtLeastOneByteInItsShard() {
    assertThatThrownBy(() -> new EncodedRecord(new byte[9], List.of(new byte[0])))
        .hasMessage("A record has at least one byte in its shard");
  }
}
