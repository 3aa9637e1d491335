package dev.shardline.inspect.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.inspect.FilesInMemory;
import dev.shardline.inspect.Inspection;
import dev.shardline.shard.NpyDecoding;
import dev.shardline.shard.NpyEncoding;
import dev.shardline.shard.ShardRecord;
import dev.shardline.shard.WebDatasetFormat;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VolumeTensors;
import dev.shardline.volume.VolumeTensors.AxisOrder;
import dev.shardline.volume.Volumes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebDatasetInspectorTest {
  private static final Affine PLACE = Affine.of(0.9, 0, 0.1, -80, 0, 1.1, 0, -90, 0, 0, 3, -60);

  @Test
  void classesArraysAndFirstRecordsAreTold() throws Exception {
    Inspection inspection = inspect(shard(slice("a", "glioma"), slice("b", "none")));

    assertThat(inspection.facts().path("records").asLong()).isEqualTo(2);
    assertThat(inspection.facts().path("classes").path("glioma").asLong()).isEqualTo(1);
    assertThat(inspection.facts().path("arrays").path("float32[16, 20]").asLong()).isEqualTo(2);
    assertThat(inspection.facts().path("first-records").get(1).path("key").asText()).isEqualTo("b");
    assertThat(inspection.drawing().orElseThrow().draw().getWidth()).isGreaterThan(300);
  }

  @ParameterizedTest
  @EnumSource(AxisOrder.class)
  void theVolumeOfARecordComesBackInItsPlace(AxisOrder order) throws Exception {
    Volume volume = Volumes.random(new VolumeShape(5, 6, 7), PLACE, 1);
    Inspection inspection = record(shard(record("k", volume, order)), "k");

    Volume back = inspection.volume().orElseThrow();
    assertThat(back.shape()).isEqualTo(volume.shape());
    assertThat(back.affine()).isEqualTo(volume.affine());
    assertThat(back.toArray()).isEqualTo(volume.toArray());
  }

  @Test
  void aTimeSeriesComesBackWithItsTime() throws Exception {
    Volume series = Volumes.random(new VolumeShape(3, 4, 5, 6), PLACE, 2).withTimeStep(2.5);
    Volume back = record(shard(record("k", series, AxisOrder.XYZ)), "k").volume().orElseThrow();

    assertThat(back.toArray()).isEqualTo(series.toArray());
    assertThat(back.timeStepSeconds()).isEqualTo(2.5);
  }

  @Test
  void anUnknownKeyIsNamed() {
    assertThatThrownBy(() -> record(shard(slice("a", "x")), "b"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no record \"b\"");
  }

  @Test
  void aPictureIsNoVolume() throws Exception {
    assertThat(record(shard(slice("a", "x")), "a").volume()).isEmpty();
  }

  @Test
  void everyTypeOfArrayIsReadBackAndEveryChangedHeaderIsRefusedOrStillAnArray() throws Exception {
    for (ElementType type : ElementType.values()) {
      byte[] elements = new byte[6 * type.bytes()];
      new Random(3).nextBytes(elements);
      Tensor tensor = Tensor.of(type, new int[] {2, 3}, elements);
      byte[] file = npy(tensor);
      assertThat(NpyDecoding.tensor(file).bytes()).isEqualTo(elements);
      for (int i = 0; i < file.length - elements.length; i++) {
        byte[] changed = file.clone();
        changed[i] ^= 1;
        assertTensorOrMalformed(changed);
        assertTensorOrMalformed(Arrays.copyOf(file, i));
      }
    }
  }

  private static void assertTensorOrMalformed(byte[] file) {
    try {
      assertThat(NpyDecoding.tensor(file).bytes().length).isLessThanOrEqualTo(file.length);
    } catch (MalformedDataException expected) {
      assertThat(expected).hasMessageContaining("expected");
    }
  }

  private static byte[] npy(Tensor tensor) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(NpyEncoding.header(tensor));
    out.writeBytes(tensor.bytes());
    return out.toByteArray();
  }

  private static ShardRecord slice(String key, String label) {
    return new ShardRecord(
        key,
        Tensor.ofFloats(new float[16 * 20], 16, 20),
        new TreeMap<>(),
        0,
        CanonicalJson.object().put("sample", key + ".png").put("label", label));
  }

  private static ShardRecord record(String key, Volume volume, AxisOrder order) {
    var facts = CanonicalJson.object().put("sample", key).put("label", "x");
    String axes = order.name().toLowerCase(java.util.Locale.ROOT);
    facts.put("axes", volume.shape().isTimeSeries() ? "t" + axes : axes);
    var affine = facts.putArray("affine");
    Arrays.stream(volume.affine().toArray()).forEach(affine::add);
    facts.put("time-step-seconds", volume.timeStepSeconds());
    return new ShardRecord(
        key,
        VolumeTensors.of(volume, order),
        new TreeMap<>(Map.of("mask", VolumeTensors.of(volume.timePoint(0), order))),
        0,
        facts);
  }

  private static byte[] shard(ShardRecord... records) throws MalformedDataException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    for (ShardRecord record : records) {
      new WebDatasetFormat().encode(record).pieces().forEach(tar::writeBytes);
    }
    tar.writeBytes(new byte[1024]);
    return tar.toByteArray();
  }

  private static Inspection inspect(byte[] shard) throws Exception {
    return new ShardInspector(ShardKind.WEBDATASET)
        .inspect(new FilesInMemory().with("part-00000.tar", shard).open("part-00000.tar"));
  }

  private static Inspection record(byte[] shard, String key) throws Exception {
    return new ShardInspector(ShardKind.WEBDATASET)
        .inspectRecord(
            new FilesInMemory().with("part-00000.tar", shard).open("part-00000.tar"), key);
  }
}
