package dev.shardline.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import java.util.ArrayList;
import java.util.List;

/// Reads and writes `labels.json`.
public final class LabelEncodingParser {
  private static final String CLASSES = "classes";
  private static final String INDEX = "index";
  private static final String NAME = "name";

  private LabelEncodingParser() {}

  /// The bytes of the file.
  public static byte[] toBytes(LabelEncoding encoding) {
    ObjectNode root = CanonicalJson.object();
    ArrayNode classes = root.putArray(CLASSES);
    encoding
        .labels()
        .forEach(label -> classes.addObject().put(INDEX, label.index()).put(NAME, label.name()));
    return CanonicalJson.file(root);
  }

  /// Reads the file.
  ///
  /// @throws MalformedDataException if the bytes are no label encoding
  public static LabelEncoding parse(byte[] bytes) throws MalformedDataException {
    return JsonFields.parse(bytes, LabelEncodingParser::fromJson);
  }

  private static LabelEncoding fromJson(JsonNode root) {
    List<String> names = new ArrayList<>();
    for (JsonNode element : JsonFields.array(root, CLASSES)) {
      long index = JsonFields.number(element, INDEX);
      if (index != names.size()) {
        throw new IllegalArgumentException(
            "expected class %d next, found class %d".formatted(names.size(), index));
      }
      names.add(JsonFields.text(element, NAME));
    }
    return new LabelEncoding(names);
  }
}
