package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.shardline.build.DatasetSection;
import dev.shardline.cli.Shardline;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.config.Config;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The JSON schema of `shardline.yaml`, by a validator of others: it takes what the program takes
/// and refuses what the program refuses.
class ConfigurationSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("shardline.root", ".."));
  private static final Path PUBLISHED = ROOT.resolve("docs/shardline.schema.json");
  private static final Pattern KNOWN = Pattern.compile("known are ([a-z0-9, -]+)");

  private static final String SMALL =
      """
      dataset:
        name: small
        source: {location: images/}
        duplicates: {}
        split: {train: 0.7, test: 0.3}
        checks: {}
        parts: {}
      recipe: [decode-image, grey, image-to-tensor]
      output:
        equal-shares: {ranks: 2}
      pipeline:
        name: small
        region: eu-west-1
        role: arn:aws:iam::123456789012:role/Shardline
        image: image@sha256:0
        work: s3://bucket/work
        build: {}
        preprocess: {}
        verify: {}
        training: {instance-type: ml.g5.xlarge}
        cache: {}
        retry: {}
        network: {}
        kms: {}
      """;

  @TempDir private static Path folder = Path.of("");

  private static String text = "";
  private static JsonNode schema = new ObjectMapper().createObjectNode();
  private static JsonSchema validator =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema("{}");

  @BeforeAll
  static void init() throws IOException {
    assertThat(Shardline.execute("init", folder.toString(), "--quiet")).isZero();
    text = Files.readString(folder.resolve("shardline.schema.json"));
    schema = new ObjectMapper().readTree(text);
    validator = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);
  }

  private static Set<ValidationMessage> findings(String yaml) {
    return validator.validate(yaml, InputFormat.YAML);
  }

  @Test
  void isPublished() throws IOException {
    if (Boolean.getBoolean("shardline.golden.write")) {
      Files.writeString(PUBLISHED, text);
    }
    assertThat(PUBLISHED).as("write it anew with -Dshardline.golden.write=true").hasContent(text);
  }

  @Test
  void isItselfASchema() throws IOException {
    JsonSchema ofSchemas =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));
    assertThat(ofSchemas.validate(schema)).isEmpty();
  }

  @Test
  void takesWhatInitWritesAndTellsEditorsWhereItLies() throws IOException {
    String starter = Files.readString(folder.resolve("shardline.yaml"));

    assertThat(starter).startsWith("# yaml-language-server: $schema=shardline.schema.json\n");
    assertThat(findings(starter)).isEmpty();
    assertThat(findings(SMALL)).isEmpty();
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/examples"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void takesEveryExample(Path example) throws IOException {
    assertThat(findings(Files.readString(example))).isEmpty();
  }

  /// The program itself names every key that it knows when it finds one that it does not.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dataset",
        "dataset.duplicates",
        "dataset.checks",
        "dataset.parts",
        "output",
        "output.equal-shares",
        "pipeline",
        "pipeline.build",
        "pipeline.preprocess",
        "pipeline.verify",
        "pipeline.training",
        "pipeline.cache",
        "pipeline.retry",
        "pipeline.network",
        "pipeline.kms"
      })
  void knowsTheKeysThatTheProgramKnows(String section) {
    JsonNode described = schema;
    for (String key : section.split("\\.", 0)) {
      described = described.required("properties").required(key);
    }
    Set<String> properties = new TreeSet<>();
    described.required("properties").fieldNames().forEachRemaining(properties::add);

    assertThat(properties).isEqualTo(known(section));
    assertThat(described.required("additionalProperties").asBoolean()).isFalse();
  }

  private static Set<String> known(String section) {
    UsageException refused = null;
    try {
      read(Config.parse(SMALL, "a.yaml", Path.of("/"), List.of(section + ".qqqqqqqqqqqqqqqqqq=1")));
    } catch (UsageException e) {
      refused = e;
    }
    assertThat(refused).as("an unknown key in " + section).isNotNull();
    Matcher names = KNOWN.matcher(refused.getMessage());
    assertThat(names.find()).as(refused.getMessage()).isTrue();
    return new TreeSet<>(Arrays.asList(names.group(1).strip().split(", ", 0)));
  }

  private static void read(Config config) {
    var dataset = DatasetSection.read(config.root());
    var settings = RunSettings.read(config);
    var pipeline = SettingsReader.read(config.root());
    config.problems().throwIfAny();
    assertThat(List.of(dataset, settings, pipeline)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "output.fromat=mds",
        "output.format=tarball",
        "output.equal-shares.ranks=0",
        "output.equal-shares.remainder=keep",
        "output.tolerated-failure-ratio=2",
        "dataset.split.train=a lot",
        "dataset.parts.target-bytes=much",
        "dataset.duplicates.bytes=perhaps",
        "dataset.unmatched=keep",
        "dataset.samples=piles",
        "dataset.nmae=other",
        "recipe=[decode-imgae]",
        "recipe=[{resize: {size: 8, filtre: bilinear}}]",
        "pipeline.preprocess.sharding=pieces",
        "pipeline.retry.interval=soon"
      })
  void refusesWhatTheProgramRefuses(String mistake) throws IOException {
    Config config = Config.parse(SMALL, "a.yaml", Path.of("/"), List.of(mistake));

    assertThat(findings(new ObjectMapper().writeValueAsString(config.root().value()))).isNotEmpty();
    assertThatThrownBy(() -> read(config)).isInstanceOf(UsageException.class);
  }
}
