package dev.shardline.digest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One way to write a JSON value, so that equal values have equal bytes (docs/FORMATS.md).
public final class CanonicalJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CanonicalJson() {}

  /// An empty object whose keys keep the order in which they are put.
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// The indented form of files: keys in the value's own order, two spaces, LF, a final LF.
  public static byte[] file(JsonNode value) {
    return write(value, new FilePrinter());
  }

  /// The one-line form of JSON Lines, without the line's end.
  public static byte[] line(JsonNode value) {
    return write(value, null);
  }

  /// The digest of a value whatever the order of its keys: of its one-line form with keys sorted.
  public static Digest digestOf(JsonNode value) {
    return Digest.of(line(sorted(value)));
  }

  /// Reads one JSON value; repeated keys and anything after the value are errors.
  ///
  /// @throws IOException if the bytes are no JSON
  public static JsonNode parse(byte[] bytes) throws IOException {
    return MAPPER.readTree(bytes);
  }

  private static byte[] write(JsonNode value, @Nullable PrettyPrinter printer) {
    try {
      String text =
          printer == null
              ? MAPPER.writeValueAsString(value)
              : MAPPER.writer(printer).writeValueAsString(value) + "\n";
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A JSON tree cannot fail to be written", impossible);
    }
  }

  private static JsonNode sorted(JsonNode value) {
    if (value.isObject()) {
      ObjectNode result = object();
      for (String key : new TreeSet<>(value.properties().stream().map(e -> e.getKey()).toList())) {
        result.set(key, sorted(value.get(key)));
      }
      return result;
    }
    if (value.isArray()) {
      var result = MAPPER.createArrayNode();
      value.forEach(element -> result.add(sorted(element)));
      return result;
    }
    return value;
  }

  /// Two spaces, LF, `"key": value`, one array element a line.
  private static final class FilePrinter extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    FilePrinter() {
      super(
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator(""));
      indentObjectsWith(INDENTER);
      indentArraysWith(INDENTER);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
      return new FilePrinter();
    }
  }
}
