package dev.shardline.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.digest.Digest;
import dev.shardline.manifest.FileDigest;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {
  private static final int LINES = 60_000;

  @TempDir private Path work;

  private Spool spool;
  private Path folder;

  @BeforeEach
  void makeSpool() {
    spool = Spool.in(ObjectLocation.ofPath(work));
    folder = spool.folder();
  }

  private FileDigest write(String path, Executor writing) throws IOException {
    try (FileSink sink = new FileSink(spool, path, writing)) {
      TextBuffer text = new TextBuffer();
      for (int line = 0; line < LINES; line++) {
        text.put(line);
        text.put(", a line of the file\n");
        sink.accept(text);
      }
      return sink.finish(text);
    }
  }

  private static String expected() {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < LINES; line++) {
      text.append(line).append(", a line of the file\n");
    }
    return text.toString();
  }

  @Test
  void anotherThreadWritesAndDigestsTheSameBytes() throws IOException {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      byte[] bytes = expected().getBytes(StandardCharsets.UTF_8);
      FileDigest behind = write("behind/a.csv", thread);
      assertThat(behind).isEqualTo(new FileDigest("behind/a.csv", bytes.length, Digest.of(bytes)));
      assertThat(Files.readAllBytes(folder.resolve("behind/a.csv"))).isEqualTo(bytes);
      assertThat(write("b.csv", Runnable::run).sha256()).isEqualTo(behind.sha256());
    }
  }

  @Test
  void aFailureToWriteIsTheWritersFailure() throws IOException {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      FileSink sink = new FileSink(spool, "c.csv", thread);
      sink.close();
      TextBuffer text = new TextBuffer();
      text.put("text");
      assertThatThrownBy(() -> sink.finish(text)).isInstanceOf(IOException.class);
    }
  }
}
