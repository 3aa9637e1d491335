package dev.shardline.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlobTest {
  private static boolean matches(String glob, String key) {
    return Glob.parse(glob).matches(key);
  }

  @Test
  void starsStopAtFoldersUnlessDoubled() {
    assertThat(matches("*.jpg", "a.jpg")).isTrue();
    assertThat(matches("*.jpg", "a/b.jpg")).isFalse();
    assertThat(matches("**/*.jpg", "a.jpg")).isTrue();
    assertThat(matches("**/*.jpg", "a/b/c.jpg")).isTrue();
    assertThat(matches("a/**", "a/b/c")).isTrue();
    assertThat(matches("a/**/c", "a/c")).isTrue();
    assertThat(matches("a/**/c", "abc")).isFalse();
    assertThat(matches("a**c", "a/b/c")).isTrue();
  }

  @Test
  void choicesAndCharactersAreTaken() {
    assertThat(matches("*.{jpg,png}", "a.png")).isTrue();
    assertThat(matches("*.{jpg,png}", "a.gif")).isFalse();
    assertThat(matches("?[a-c][!0-9]", "xbz")).isTrue();
    assertThat(matches("?[a-c][!0-9]", "xb1")).isFalse();
    assertThat(matches("a\\*b", "a*b")).isTrue();
    assertThat(matches("a\\*b", "axb")).isFalse();
    assertThat(matches("image(1).jpg", "image(1).jpg")).isTrue();
    assertThat(matches("*", "a\n\"ü🧠 b")).isTrue();
  }

  @Test
  void patternsForNamesInAnyFolderHoldForTheNameOnly() {
    for (String key : List.of("._a", "x/._a", "x/y/._")) {
      assertThat(matches("**/._*", key)).as(key).isTrue();
    }
    for (String key : List.of("._x/a", "x/a._", "x._/a", "._a/", ".")) {
      assertThat(matches("**/._*", key)).as(key).isFalse();
    }
    assertThat(matches("**/", "a/b/")).isTrue();
    assertThat(matches("**/", "a/b")).isFalse();
    assertThat(matches("**/a*a", "x/a")).isFalse();
    assertThat(matches("**/\\*x", "a/*x")).isTrue();
    assertThat(matches("**/\\*x", "a/bx")).isFalse();
    assertThat(matches("**/a,b]", "x/a,b]")).isTrue();
    assertThat(matches("**/[!a]b.jpg", "x/cb.jpg")).isTrue();
    assertThat(matches("**/{a,b}", "x/b")).isTrue();
  }

  @Test
  void whatIsNotClosedIsRefused() {
    for (String glob : List.of("{a", "[a", "{a{b}}")) {
      assertThatThrownBy(() -> Glob.parse(glob))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(glob);
    }
  }

  @Test
  void excludesWinOverIncludes() {
    KeyFilter filter = KeyFilter.of(List.of("**/*.jpg"), List.of("bad/**"));
    assertThat(filter.takes("good/a.jpg")).isTrue();
    assertThat(filter.takes("bad/a.jpg")).isFalse();
    assertThat(filter.takes("good/a.txt")).isFalse();
    assertThat(KeyFilter.DEFAULT.takes("a/.DS_Store")).isFalse();
  }
}
