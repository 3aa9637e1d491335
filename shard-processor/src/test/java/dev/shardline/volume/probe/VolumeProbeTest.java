package dev.shardline.volume.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.SourceObject;
import dev.shardline.dicom.DicomFile;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.probe.FactName;
import dev.shardline.probe.Fingerprint;
import dev.shardline.probe.HeaderFindings;
import dev.shardline.probe.SampleBytes;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.geometry.Orientation;
import dev.shardline.volume.geometry.Reorientation;
import dev.shardline.volume.nifti.NiftiWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VolumeProbeTest {
  private static final VolumeProbe PROBE = new VolumeProbe();
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";

  /// Files in memory; counts the bytes that are asked for.
  private record Files(List<byte[]> files, AtomicLong asked) implements SampleBytes {
    Files(byte[]... files) {
      this(List.of(files), new AtomicLong());
    }

    @Override
    public String id() {
      return "sample";
    }

    @Override
    public List<SourceObject> objects() {
      List<SourceObject> objects = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        objects.add(
            new SourceObject(
                ObjectLocation.parse("s3://bucket/file-" + i),
                files.get(i).length,
                ObjectVersion.ANY));
      }
      return objects;
    }

    @Override
    public InputStream open(SourceObject object, ByteRange range) throws IOException {
      String key = object.location().fileName();
      byte[] file = files.get(Integer.parseInt(key.substring(5)));
      asked.addAndGet(Math.min(range.length(), file.length - range.offset()));
      InputStream in = new ByteArrayInputStream(file);
      in.skipNBytes(range.offset());
      return in;
    }
  }

  private static Volume volume() {
    float[] values = new float[60];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * i % 37;
    }
    return Volume.ofFloats(
        values, new VolumeShape(3, 4, 5), Affine.of(2, 0, 0, -7, 0, 2, 0, 1, 0, 0, 3, 4));
  }

  private static byte[] nifti(Volume volume, boolean compressed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (compressed) {
      NiftiWriter.writeCompressed(volume, out);
    } else {
      NiftiWriter.write(volume, out);
    }
    return out.toByteArray();
  }

  private static Fingerprint fingerprint(byte[]... files) throws Exception {
    return PROBE.fingerprint(new Files(files));
  }

  @Test
  void volumesAreKnownByTheirNames() {
    for (String name : List.of("a.nii", "a.NII.gz", "a.hdr", "b.img", "x.dcm", "x.IMA", "15820")) {
      assertThat(PROBE.reads(name)).as(name).isTrue();
    }
    for (String name : List.of("1.2.840.113619", "IM-0001-0002", "I10")) {
      assertThat(PROBE.reads(name)).as(name).isTrue();
    }
    for (String name : List.of("README", "notes.txt", "a.jpg", "rec.edf", "DICOMDIR")) {
      assertThat(PROBE.reads(name)).as(name).isFalse();
    }
  }

  @Test
  void aNiftiHeaderTellsShapeSpacingAndOrientation() throws Exception {
    HeaderFindings findings = PROBE.readHeader(new Files(nifti(volume(), true)));

    assertThat(findings.series()).isEmpty();
    assertThat(findings.facts())
        .containsEntry(FactName.FORMAT, "nifti-1")
        .containsEntry(FactName.SHAPE, "3x4x5")
        .containsEntry(FactName.SPACING_MM, "2.000x2.000x3.000")
        .containsEntry(FactName.ORIENTATION, "RAS");
  }

  @Test
  void copiesAreFoundHoweverTheyAreCompressedAndTurned() throws Exception {
    Fingerprint plain = fingerprint(nifti(volume(), false));
    Volume turned = Reorientation.to(volume(), Orientation.ofCodes("PIL"));

    for (byte[] copy : List.of(nifti(volume(), true), nifti(turned, true))) {
      assertThat(PROBE.confirm(plain, fingerprint(copy))).hasValue(1);
      assertThat(fingerprint(copy).key(0)).isEqualTo(plain.key(0));
    }
  }

  @Test
  void anotherVolumeIsNoCopy() throws Exception {
    float[] values = volume().toArray();
    values[17]++;
    Volume other = Volume.ofFloats(values, volume().shape(), volume().affine());

    assertThat(PROBE.confirm(fingerprint(nifti(volume(), false)), fingerprint(nifti(other, false))))
        .isEmpty();
  }

  @Test
  void aSeriesConvertedToNiftiIsACopyOfIt() throws Exception {
    byte[] low = DicomFile.slice(EXPLICIT, 0, 1, 10).bytes();
    byte[] high = DicomFile.slice(EXPLICIT, 4, 2, 30).bytes();
    float[] values = new float[24];
    for (int i = 0; i < 12; i++) {
      values[i] = 10 + i;
      values[12 + i] = 30 + i;
    }
    Volume converted =
        Volume.ofFloats(
            values, new VolumeShape(4, 3, 2), Affine.of(-3, 0, 0, -10, 0, -2, 0, -20, 0, 0, 4, 0));

    assertThat(PROBE.confirm(fingerprint(high, low), fingerprint(nifti(converted, true))))
        .hasValue(1);
  }

  @Test
  void aDicomHeaderTellsItsSeriesAndWhoMustNotBeToldByNameOnly() throws Exception {
    byte[] file =
        DicomFile.withoutPixels(EXPLICIT, 0, 1, 3, 4)
            .text(0x0008_0060, "CS", "MR")
            .text(0x0010_0010, "PN", "Doe^Jane")
            .text(0x0018_0050, "DS", "5")
            .text(0x0028_0301, "CS", "YES")
            .shorts(new int[12])
            .bytes();

    HeaderFindings findings = PROBE.readHeader(new Files(file));

    assertThat(findings.series()).hasValue("1.2.3");
    assertThat(findings.facts())
        .containsEntry(FactName.FORMAT, "dicom")
        .containsEntry(FactName.MODALITY, "MR")
        .containsEntry(FactName.SHAPE, "4x3x1")
        .containsEntry(FactName.SPACING_MM, "3.000x2.000x5.000")
        .containsEntry(FactName.ELEMENT_TYPE, "int16")
        .containsEntry(FactName.BURNED_IN_ANNOTATION, "true")
        .containsEntry(FactName.PERSONAL_DATA, "PatientName ReferencedImageSequence");
    assertThat(findings.facts().values()).noneMatch(value -> value.contains("Doe"));
  }

  @Test
  void pixelsAreNotReadAndLongHeadersAre() throws Exception {
    DicomFile large =
        DicomFile.withoutPixels(EXPLICIT, 0, 1, 3, 4)
            .element(0x0029_1010, "OB", new byte[300_000])
            .element(0x7FE0_0010, "OW", new byte[4_000_000]);
    Files sample = new Files(large.bytes());

    assertThat(PROBE.readHeader(sample).series()).hasValue("1.2.3");
    assertThat(sample.asked().get()).isLessThan(2_000_000);
  }

  @Test
  void whatIsNoVolumeIsRefused() {
    byte[] noise = new byte[500];
    Arrays.fill(noise, (byte) 7);

    assertThatThrownBy(() -> PROBE.readHeader(new Files(noise)))
        .isInstanceOf(MalformedDataException.class);
    assertThatThrownBy(() -> fingerprint(noise)).isInstanceOf(MalformedDataException.class);
  }
}
