package dev.shardline.conformance.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardline.conformance.NpyArray;
import dev.shardline.conformance.RealData;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.Affine;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.Volume;
import dev.shardline.volume.nifti.NiftiReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One entry of `manifest.json` beside the reference arrays of `make_reference.py` (nibabel 5.0.0,
/// SciPy 1.10.1, NumPy 1.24.2).
///
/// @param entry what the script wrote down
record VolumeReference(JsonNode entry) {
  private static final String FOLDER = "mri/reference/";

  /// All entries whose name holds this, such as `__ras`.
  static Stream<VolumeReference> named(String part) throws IOException {
    JsonNode all = new ObjectMapper().readTree(RealData.at(FOLDER + "manifest.json").toFile());
    return StreamSupport.stream(all.spliterator(), false)
        .map(VolumeReference::new)
        .filter(reference -> reference.name().contains(part))
        .filter(reference -> !reference.name().startsWith("jpeg"));
  }

  /// The entry with the same source and another suffix.
  VolumeReference sibling(String suffix) throws IOException {
    String source = name().substring(0, name().indexOf("__"));
    return named(source + suffix).findFirst().orElseThrow();
  }

  String name() {
    return entry.get("name").asText();
  }

  /// The file it was made from, its first time point.
  Volume source() throws IOException, MalformedDataException {
    String file = sibling("__ras").entry.get("file").asText();
    byte[] bytes = Files.readAllBytes(RealData.at("mri/" + file));
    return new NiftiReader(DecodePolicy.lenient()).read(bytes).timePoint(0);
  }

  Affine affine(String key) {
    double[] rows = new double[12];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = entry.get(key).get(i / 4).get(i % 4).asDouble();
    }
    return Affine.of(rows);
  }

  /// The reference array in C order: x, y and, for whole volumes, z.
  float[] values() throws IOException {
    NpyArray array = NpyArray.read(RealData.at(FOLDER + name() + ".npy"));
    float[] values = new float[array.data().length / Float.BYTES];
    ByteBuffer.wrap(array.data()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  @Override
  public String toString() {
    return name();
  }
}
