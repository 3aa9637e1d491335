package dev.shardline.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads and writes ManifestFiles. Reading takes any JSON form of one; writing gives the form of
/// docs/FORMATS.md.
public final class SageMakerManifestParser {
  private static final JsonFactory JSON = new JsonFactory();

  private SageMakerManifestParser() {}

  /// The bytes of the file.
  public static byte[] toBytes(SageMakerManifest manifest) {
    StringBuilder text = new StringBuilder("[{\"prefix\":");
    text.append(quoted(manifest.prefix())).append('}');
    for (String suffix : manifest.suffixes()) {
      text.append(",\n").append(quoted(suffix));
    }
    return text.append("\n]\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return new String(
        CanonicalJson.line(CanonicalJson.object().textNode(text)), StandardCharsets.UTF_8);
  }

  /// Reads a whole manifest.
  ///
  /// @throws MalformedDataException if the bytes are no ManifestFile
  public static SageMakerManifest parse(byte[] bytes) throws MalformedDataException {
    List<String> suffixes = new ArrayList<>();
    try {
      String prefix = stream(new ByteArrayInputStream(bytes), suffixes::add);
      return new SageMakerManifest(prefix, suffixes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Reads a manifest of any length, giving each suffix to `suffixes` in order.
  ///
  /// @param in read to its end, left open
  /// @return the prefix
  /// @throws MalformedDataException if the bytes are no ManifestFile
  public static String stream(InputStream in, Consumer<String> suffixes)
      throws IOException, MalformedDataException {
    try (JsonParser json = JSON.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
      require(json, json.nextToken(), JsonToken.START_ARRAY, "an array");
      String prefix = prefix(json);
      JsonToken token;
      while ((token = json.nextToken()) != JsonToken.END_ARRAY) {
        require(json, token, JsonToken.VALUE_STRING, "a suffix as text");
        suffixes.accept(json.getText());
      }
      JsonToken after = json.nextToken();
      if (after != null) {
        throw malformed(json, "nothing after the array", after.toString());
      }
      return prefix;
    } catch (JsonProcessingException e) {
      throw new MalformedDataException(
          Reason.MALFORMED, "manifest", "JSON", String.valueOf(e.getOriginalMessage()));
    }
  }

  private static String prefix(JsonParser json) throws IOException, MalformedDataException {
    require(json, json.nextToken(), JsonToken.START_OBJECT, "{\"prefix\": …} as the first element");
    String name = json.nextFieldName();
    if (!"prefix".equals(name)) {
      throw malformed(json, "the field \"prefix\"", String.valueOf(name));
    }
    require(json, json.nextToken(), JsonToken.VALUE_STRING, "the prefix as text");
    String prefix = json.getText();
    require(json, json.nextToken(), JsonToken.END_OBJECT, "no field but \"prefix\"");
    return prefix;
  }

  private static void require(
      JsonParser json, @Nullable JsonToken found, JsonToken expected, String description)
      throws MalformedDataException {
    if (found != expected) {
      throw malformed(json, description, found == null ? "the end of the file" : found.toString());
    }
  }

  private static MalformedDataException malformed(JsonParser json, String expected, String found) {
    return new MalformedDataException(
        Reason.MALFORMED, "manifest", json.currentTokenLocation().getByteOffset(), expected, found);
  }
}
