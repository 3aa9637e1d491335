package dev.shardline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.UsageException;
import dev.shardline.storage.ObjectLocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigTest {
  private enum Colour {
    DARK_RED,
    BLUE
  }

  private static final String TEXT =
      """
      dataset:
        name: brain
        seed: 7
        ratio: 0.25
        deep: {flag: true, colour: dark-red}
        include: ["*.jpg", "*.png"]
      recipe:
        - grey
        - resize: {size: 224}
      """;

  private static Config config(String... overrides) {
    return Config.parse(TEXT, "shardline.yaml", Path.of("/data"), List.of(overrides));
  }

  @Test
  void valuesAreReadByTheirType() {
    Section dataset = config().root().sectionOrEmpty("dataset");
    assertThat(dataset.requiredText("name")).isEqualTo("brain");
    assertThat(dataset.integer("seed")).contains(7L);
    assertThat(dataset.number("ratio")).contains(0.25);
    assertThat(dataset.texts("include")).containsExactly("*.jpg", "*.png");
    Section deep = dataset.sectionOrEmpty("deep");
    assertThat(deep.flag("flag")).contains(true);
    assertThat(deep.choice("colour", Colour.class)).contains(Colour.DARK_RED);
  }

  @Test
  void aBareNameInAListIsAMappingWithoutValue() {
    List<Section> steps = config().root().sections("recipe");
    assertThat(steps.get(0).keys()).containsExactly("grey");
    assertThat(steps.get(1).sectionOrEmpty("resize").integer("size")).contains(224L);
  }

  @Test
  void anUnknownKeyIsReportedWithItsPlaceAndTheNearestKnownOne() {
    Config config = config("dataset.sede=3");
    Section dataset = config.root().sectionOrEmpty("dataset");
    List.of("name", "seed", "ratio", "deep", "include").forEach(dataset::has);
    dataset.finish();
    assertThatThrownBy(() -> config.problems().throwIfAny())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("dataset.sede")
        .hasMessageContaining("did you mean \"seed\"?");
  }

  @Test
  void allProblemsAreToldAtOnceWithTheirLines() {
    Config config = config();
    Section dataset = config.root().sectionOrEmpty("dataset");
    assertThat(dataset.integer("name")).isEmpty();
    assertThat(dataset.flag("seed")).isEmpty();
    assertThat(dataset.requiredText("source")).isEmpty();
    assertThatThrownBy(() -> config.problems().throwIfAny())
        .hasMessageContaining("3 problems")
        .hasMessageContaining(
            "shardline.yaml:2: dataset.name: expected a whole number, found the text \"brain\"")
        .hasMessageContaining(
            "shardline.yaml:3: dataset.seed: expected true or false, found the number 7")
        .hasMessageContaining("dataset.source: is missing");
  }

  @Test
  void overridesWinAndReachIntoLists() {
    Config config = config("dataset.seed=9", "recipe.1.resize.size=64", "dataset.new.key=[1, 2]");
    Section dataset = config.root().sectionOrEmpty("dataset");
    assertThat(dataset.integer("seed")).contains(9L);
    assertThat(dataset.sectionOrEmpty("new").texts("key")).containsExactly("1", "2");
    assertThat(config.root().sections("recipe").get(1).sectionOrEmpty("resize").integer("size"))
        .contains(64L);
  }

  @Test
  void pathsStartFromTheFilesFolderAndOverridesFromTheCurrentOne() {
    Config config = config("dataset.a=images", "dataset.c=s3://bucket/x/");
    Section written =
        Config.parse("dataset: {a: images}", "f", Path.of("/data"), List.of())
            .root()
            .sectionOrEmpty("dataset");
    assertThat(written.location("a")).contains(ObjectLocation.parse("file:///data/images"));
    Section dataset = config.root().sectionOrEmpty("dataset");
    assertThat(dataset.location("a")).contains(ObjectLocation.ofPath(Path.of("images")));
    assertThat(dataset.location("c")).contains(ObjectLocation.parse("s3://bucket/x/"));
  }

  @Test
  void brokenYamlIsRefusedWithItsLine() {
    assertThatThrownBy(() -> Config.parse("a: 1\nb: [", "f.yaml", Path.of("/"), List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("f.yaml:")
        .hasMessageContaining("not valid YAML");
    assertThatThrownBy(() -> Config.parse("a: 1\na: 2", "f.yaml", Path.of("/"), List.of()))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> Config.parse("just text", "f.yaml", Path.of("/"), List.of()))
        .hasMessageContaining("expected sections");
  }

  @Test
  void anOverrideWithoutAValueIsRefused() {
    assertThatThrownBy(() -> config("dataset.seed"))
        .hasMessageContaining("expected path.to.key=value");
    assertThatThrownBy(() -> config("recipe.5.resize.size=1"))
        .hasMessageContaining("list index from 0 to 1");
  }

  @Test
  void theNearestKeyIsOnlyATypingErrorAway() {
    Set<String> known = Set.of("include", "exclude", "seed");
    assertThat(Section.nearest("inclde", known)).contains("include");
    assertThat(Section.nearest("totally-different", known)).isEqualTo(Optional.empty());
  }
}
