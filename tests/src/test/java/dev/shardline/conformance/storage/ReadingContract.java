package dev.shardline.conformance.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectChangedException;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading, overwriting and deleting single objects.
interface ReadingContract extends StoreUnderTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4096, 3_000_001})
  default void writtenObjectIsReadBack(int length) throws IOException {
    byte[] content = StoreUnderTest.randomBytes(length, length);

    ObjectSummary written = store().write(at("folder/object.bin"), Content.ofBytes(content));

    assertThat(written.location()).isEqualTo(at("folder/object.bin"));
    assertThat(written.bytes()).isEqualTo(length);
    assertThat(store().read(at("folder/object.bin"))).isEqualTo(content);
    assertThat(head("folder/object.bin")).isEqualTo(written);
  }

  @Test
  default void fileIsWrittenAsItsBytes(@TempDir Path folder) throws IOException {
    byte[] content = StoreUnderTest.randomBytes(1, 100_000);
    Path file = Files.write(folder.resolve("file"), content);

    store().write(at("copy"), Content.ofFile(file));

    assertThat(store().read(at("copy"))).isEqualTo(content);
    assertThat(file).exists();
  }

  @Test
  default void writingReplacesWhatWasThere() throws IOException {
    ObjectSummary first = put("object", "first");
    ObjectSummary second = put("object", "second, longer");

    assertThat(text("object")).isEqualTo("second, longer");
    assertThat(second.version()).isNotEqualTo(first.version());
  }

  @Test
  default void missingObjectIsNotThere() throws IOException {
    put("folder/other", "here");

    assertThat(store().head(at("missing"))).isEmpty();
    assertThat(store().head(at("folder"))).isEmpty();
    for (String key : List.of("missing", "folder", "folder/other2")) {
      assertThatThrownBy(() -> store().read(at(key)))
          .isInstanceOf(NoSuchFileException.class)
          .hasMessageContaining(at(key).toString());
    }
  }

  @Test
  default void deletedObjectIsGone() throws IOException {
    put("object", "here");

    store().delete(at("object"));
    store().delete(at("object"));

    assertThat(store().head(at("object"))).isEmpty();
    assertThat(store().listAll(root())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0,1000", "999,1", "10,20", "990,100", "1000,5", "5000,1", "0,0", "500,0"})
  default void rangeHoldsItsBytesUpToTheEnd(long offset, long length) throws IOException {
    byte[] content = StoreUnderTest.randomBytes(3, 1000);
    ObjectSummary written = store().write(at("object"), Content.ofBytes(content));

    byte[] range = bytes("object", written.version(), new ByteRange(offset, length));

    int from = (int) Math.min(offset, 1000);
    assertThat(range)
        .isEqualTo(Arrays.copyOfRange(content, from, (int) Math.min(from + length, 1000)));
  }

  @Test
  default void rangeWithoutEndReadsTheRest() throws IOException {
    put("object", "0123456789");

    assertThat(bytes("object", ObjectVersion.ANY, new ByteRange(7, Long.MAX_VALUE)))
        .asString()
        .isEqualTo("789");
  }

  @Test
  default void emptyObjectHasEmptyRanges() throws IOException {
    ObjectSummary written = put("object", "");

    assertThat(bytes("object", written.version(), ByteRange.ALL)).isEmpty();
    assertThat(bytes("object", written.version(), new ByteRange(0, 10))).isEmpty();
  }

  @Test
  default void pinnedVersionIsReadWhileItIsThere() throws IOException {
    ObjectSummary written = put("object", "pinned");
    ObjectVersion listed = store().listAll(root()).getFirst().version();

    assertThat(bytes("object", written.version(), ByteRange.ALL)).asString().isEqualTo("pinned");
    assertThat(bytes("object", listed, new ByteRange(1, 2))).asString().isEqualTo("in");
  }

  @Test
  default void changedObjectIsNotTakenForThePinnedOne() throws IOException {
    ObjectVersion pin = new ObjectVersion(put("object", "what was listed").version().etag(), "");

    put("object", "what is there now");

    assertThatThrownBy(() -> bytes("object", pin, ByteRange.ALL))
        .isInstanceOf(ObjectChangedException.class)
        .hasMessageContaining(at("object").toString())
        .hasMessageContaining(pin.etag());
    assertThatThrownBy(() -> bytes("object", pin, new ByteRange(2, 3)))
        .isInstanceOf(ObjectChangedException.class);
    assertThatThrownBy(() -> bytes("object", pin, new ByteRange(100, 3)))
        .isInstanceOf(ObjectChangedException.class);
    assertThatThrownBy(() -> bytes("object", pin, new ByteRange(0, 0)))
        .isInstanceOf(ObjectChangedException.class);
  }

  @Test
  default void vanishedObjectIsMissingWhateverThePin() throws IOException {
    ObjectVersion pin = new ObjectVersion(put("object", "listed").version().etag(), "");

    store().delete(at("object"));

    assertThatThrownBy(() -> bytes("object", pin, ByteRange.ALL))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  default void readersSeeOneWholeObjectWhileWritersReplaceIt() throws Exception {
    List<String> contents = List.of("a".repeat(50_000), "b".repeat(70_000), "c".repeat(1));
    put("object", contents.getFirst());

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> tasks =
          IntStream.range(0, 30)
              .<Callable<String>>mapToObj(i ->
                  () -> {
                    if (i % 3 == 0) {
                      put("object", contents.get(i / 3 % 3));
                    }
                    return text("object");
                  })
              .toList();
      for (Future<String> read : threads.invokeAll(tasks)) {
        assertThat(contents.indexOf(read.get())).as("one of the contents").isNotNegative();
      }
    }
  }
}
