package dev.shardline.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.failure.MalformedDataException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static final String FIRST = "{\"key\":\"a\",\"label\":\"µ\"}";
  private static final byte[] FILE = (FIRST + "\n{\"key\":\"b\",\"n\":1.5e3}\n").getBytes(UTF_8);

  private static List<ObjectNode> read(byte[] file) throws Exception {
    List<ObjectNode> objects = new ArrayList<>();
    try (JsonLines lines = new JsonLines(new ByteArrayInputStream(file), "line")) {
      for (Optional<ObjectNode> next = lines.next(); next.isPresent(); next = lines.next()) {
        objects.add(next.get());
      }
    }
    return objects;
  }

  @Test
  void aCutLineIsRefusedAndAWholeOneRead() throws Exception {
    int first = FIRST.getBytes(UTF_8).length;
    for (int length = 0; length <= FILE.length; length++) {
      byte[] cut = Arrays.copyOf(FILE, length);
      if (length == 0) {
        assertThat(read(cut)).isEmpty();
      } else if (length == first || length == first + 1) {
        assertThat(read(cut)).hasSize(1);
      } else if (length >= FILE.length - 1) {
        assertThat(read(cut)).hasSize(2);
      } else {
        assertThatThrownBy(() -> read(cut))
            .isInstanceOf(MalformedDataException.class)
            .hasMessageContaining(length < first ? "line 1 at byte " : "line 2 at byte ")
            .hasMessageContaining(": expected JSON, found ");
      }
    }
  }

  @Test
  void theLineAndThePlaceAreNamed() {
    assertThatThrownBy(() -> read((FIRST + "\n{\"key\":x}").getBytes(UTF_8)))
        .hasMessageStartingWith("line 2 at byte 32: expected JSON, found Unrecognized token 'x'");
    assertThatThrownBy(() -> read("[1]".getBytes(UTF_8)))
        .hasMessage("line 1 at byte 0: expected a JSON object, found another value");
  }

  @Test
  void bytesThatLookLikeAnotherEncodingAreRefused() {
    assertThatThrownBy(() -> read(new byte[] {0, 0, 0, '{', 127, -1, -1, -1, 0, 0, 0, 0}))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("expected JSON");
  }

  @Test
  void damageIsReadOrRefusedAndNothingElse() throws Exception {
    Random random = new Random(6);
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = FILE.clone();
      for (int i = 0; i <= round % 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(read(damaged)).isNotEmpty();
      } catch (MalformedDataException expected) {
        assertThat(expected).hasMessageMatching("(?s)line [0-9]+ at byte [0-9]+: expected .*");
      }
    }
  }
}
