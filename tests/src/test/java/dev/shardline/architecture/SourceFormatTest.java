package dev.shardline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every Java file is as google-java-format writes it. `-Dshardline.format=write` rewrites those
/// that are not (CONTRIBUTING.md); the build itself only checks.
class SourceFormatTest {
  private static final Path ROOT = Path.of(System.getProperty("shardline.root"));
  private static final boolean WRITE = "write".equals(System.getProperty("shardline.format"));

  private final Formatter formatter =
      new Formatter(
          JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.GOOGLE).build());

  @Test
  void everySourceFileIsAsTheFormatterWritesIt() throws IOException, FormatterException {
    List<Path> differing = new ArrayList<>();
    for (Path file : sourceFiles()) {
      String text = Files.readString(file);
      String formatted = format(text);
      if (!formatted.equals(text)) {
        differing.add(ROOT.relativize(file));
        if (WRITE) {
          Files.writeString(file, formatted);
        }
      }
    }
    assertThat(WRITE ? List.<Path>of() : differing)
        .as("run ./mvnw -q -pl tests -am test -Dtest=SourceFormatTest -Dshardline.format=write")
        .isEmpty();
  }

  private String format(String text) throws FormatterException {
    String imports =
        ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.GOOGLE);
    return formatter.formatSource(imports);
  }

  private static List<Path> sourceFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module :
        List.of(
            "manifest-builder", "shard-processor", "pipeline-definition", "containers", "tests")) {
      try (Stream<Path> tree = Files.walk(ROOT.resolve(module).resolve("src"))) {
        tree.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    assertThat(files).as("Java files under " + ROOT).hasSizeGreaterThan(100);
    return files;
  }
}
