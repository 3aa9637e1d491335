package dev.shardline.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinearPatternPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "a", "b", "/", "_", "-", "\\.", "\\d", ".", "[^/]", "[^/_]", "[a-b]", "[0-9]", "[^.]",
          "[ab/]", "[a-]", "\\|");
  private static final List<String> QUANTIFIERS =
      List.of("", "", "", "", "+", "*", "+", "*", "?", "{2}");

  @Provide
  Arbitrary<String> expressions() {
    Arbitrary<String> piece =
        Arbitraries.of(PIECES)
            .flatMap(p -> Arbitraries.of(QUANTIFIERS).map(quantifier -> p + quantifier));
    Arbitrary<String> pieces = piece.list().ofMinSize(1).ofMaxSize(3).map(p -> String.join("", p));
    Arbitrary<String> group =
        pieces.flatMap(
            p -> Arbitraries.of("", "", "", "?").map(often -> "(?<name>" + p + ")" + often));
    return Arbitraries.oneOf(pieces, group)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(LinearPatternPropertyTest::withOwnNames);
  }

  private static String withOwnNames(List<String> parts) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      expression.append(parts.get(i).replace("(?<name>", "(?<name" + i + ">"));
    }
    return expression.toString();
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.strings().withChars("ab/_-.1|\n").ofMaxLength(9);
  }

  @Property(tries = 5000)
  void findsWhatRegularExpressionsFind(
      @ForAll("expressions") String expression, @ForAll("keys") String key) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(expression);
    } catch (PatternSyntaxException refused) {
      return;
    }
    Optional<LinearPattern> linear = LinearPattern.of(expression);
    if (linear.isEmpty()) {
      return;
    }
    int[] borders = new int[2 * pattern.namedGroups().size()];
    byte[] bytes = ("<" + key + ">").getBytes(StandardCharsets.US_ASCII);
    Matcher matcher = pattern.matcher(key);
    boolean matches = matcher.matches();
    assertThat(linear.get().matches(bytes, 1, bytes.length - 1, borders)).isEqualTo(matches);
    for (int group = 0; matches && group < matcher.groupCount(); group++) {
      assertThat(borders[2 * group] - 1).isEqualTo(matcher.start(group + 1));
      assertThat(borders[2 * group + 1] - 1).isEqualTo(matcher.end(group + 1));
    }
  }

  @Example
  void usualPatternsAreLinearAndUnclearOnesAreNot() {
    assertThat(LinearPattern.of("(?<label>[^/]+)/(?<subject>[^/_]+)_[^/]+")).isPresent();
    assertThat(LinearPattern.of("(?<split>[^/]+)/(?<label>[^/]+)/.*")).isPresent();
    assertThat(LinearPattern.of("(?<subject>sub-[0-9]+)/ses-\\d/anat/[^/]*")).isPresent();
    for (String other :
        List.of(
            ".*/(?<label>[^/]+)/[^/]+",
            "(?<label>[^/]+)_[^/]+",
            "(?<label>a|b)/.*",
            "(?:x/)?(?<label>[^/]+)",
            "(?i)(?<label>[^/]+)",
            "(?<label>[^/]+?)/.*",
            "^(?<label>a)$",
            "(?<label>(?<inner>a)b)",
            "(?<label>[a-z&&[^b]]+)",
            "(?<label>é)")) {
      assertThat(LinearPattern.of(other)).as(other).isEmpty();
    }
  }
}
