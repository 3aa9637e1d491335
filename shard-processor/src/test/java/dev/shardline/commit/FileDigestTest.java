package dev.shardline.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.digest.Digest;
import dev.shardline.lineage.ShardEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {
  private final byte[] content = new byte[300_000];

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws Exception {
    new Random(1).nextBytes(content);
    file = Files.write(folder.resolve("shard"), content);
  }

  private static ShardEntry entryOf(byte[] bytes) {
    return new ShardEntry("name", bytes.length, Digest.of(bytes), 3);
  }

  @Test
  void aFileIsDigestedWhole() throws Exception {
    assertThat(new FileDigest(file).entry("name", 3)).isEqualTo(entryOf(content));
  }

  @Test
  void whatWasTakenBeforeCounts() throws Exception {
    FileDigest digest = new FileDigest(file);
    for (long end : new long[] {0, 1, 1, 200_000, 150_000}) {
      digest.take(end);
    }
    // nobody reads these again
    overwrite(0, 200_000);

    assertThat(digest.keeping(200_000).entry("name", 3)).isEqualTo(entryOf(content));
  }

  @Test
  void whatIsCutOffAndReplacedIsForgotten() throws Exception {
    FileDigest digest = new FileDigest(file);
    digest.take(200_000);
    overwrite(199_999, 1000);
    byte[] changed = Files.readAllBytes(file);

    assertThat(digest.keeping(199_999).entry("name", 3)).isEqualTo(entryOf(changed));
  }

  @Test
  void aFileThatGrowsIsDescribedAsItStands() throws Exception {
    FileDigest digest = new FileDigest(file);
    digest.take(content.length);
    Files.write(file, new byte[1024], StandardOpenOption.APPEND);

    assertThat(digest.entry("name", 3))
        .isEqualTo(entryOf(Arrays.copyOf(content, content.length + 1024)));
  }

  @Test
  void anEntryIsMadeAgain() throws Exception {
    FileDigest digest = new FileDigest(file);

    assertThat(digest.entry("name", 3)).isEqualTo(digest.entry("name", 3));
  }

  private void overwrite(int from, int count) throws Exception {
    byte[] changed = Files.readAllBytes(file);
    Arrays.fill(changed, from, from + count, (byte) 7);
    Files.write(file, changed);
  }
}
