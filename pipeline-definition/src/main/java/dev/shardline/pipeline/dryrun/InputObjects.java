package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.ProcessingInput.DataType;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the objects that an input's URI stands for.
final class InputObjects {
  private final StoreProvider stores;

  InputObjects(StoreProvider stores) {
    this.stores = stores;
  }

  /// @param path where the file lies below the input's folder
  record InputObject(ObjectLocation location, String path) {}

  List<InputObject> find(String uri, DataType type) throws StepFailedException {
    ObjectLocation location = location(uri);
    try {
      return switch (type) {
        case S3_PREFIX -> underPrefix(location);
        case MANIFEST_FILE -> inManifest(location);
      };
    } catch (IOException e) {
      throw StepFailedException.permanent("%s cannot be read: %s".formatted(uri, e.getMessage()));
    }
  }

  private static ObjectLocation location(String uri) throws StepFailedException {
    try {
      return ObjectLocation.parse(uri);
    } catch (IllegalArgumentException e) {
      throw StepFailedException.permanent(String.valueOf(e.getMessage()));
    }
  }

  private List<InputObject> underPrefix(ObjectLocation prefix)
      throws IOException, StepFailedException {
    List<InputObject> objects = new ArrayList<>();
    ObjectStore store = stores.storeOf(prefix);
    ListRequest request = ListRequest.everythingUnder(prefix);
    ObjectPage page;
    do {
      page = store.list(request);
      for (ObjectSummary object : page.objects()) {
        String key = object.location().key();
        if (!key.endsWith("/")) {
          objects.add(new InputObject(object.location(), below(prefix.key(), key)));
        }
        request = request.after(key);
      }
    } while (page.more());
    if (objects.isEmpty()) {
      throw StepFailedException.permanent("No S3 objects found under " + prefix);
    }
    return objects;
  }

  /// The path of a key below a prefix that may end in the middle of a name.
  static String below(String prefix, String key) {
    String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
    String rest = key.substring(prefix.length());
    return rest.startsWith("/") ? rest.substring(1) : key.substring(folder.length());
  }

  /// Reads a ManifestFile: `[{"prefix": "s3://bucket/place/"}, "one", "two"]`.
  private List<InputObject> inManifest(ObjectLocation location)
      throws IOException, StepFailedException {
    JsonNode manifest = CanonicalJson.parse(stores.storeOf(location).read(location));
    String prefix = manifest.path(0).path("prefix").asText();
    if (prefix.isEmpty() || manifest.size() < 2) {
      throw StepFailedException.permanent(
          "%s is no manifest: expected [{\"prefix\": …}, …] with at least one object"
              .formatted(location));
    }
    List<InputObject> objects = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 1; i < manifest.size(); i++) {
      String suffix = manifest.path(i).asText();
      if (!seen.add(suffix)) {
        throw StepFailedException.permanent("%s lists %s twice".formatted(location, suffix));
      }
      objects.add(new InputObject(ObjectLocation.parse(prefix + suffix), suffix));
    }
    return objects;
  }
}
