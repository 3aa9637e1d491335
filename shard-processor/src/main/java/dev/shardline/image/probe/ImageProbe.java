package dev.shardline.image.probe;

import dev.shardline.dataset.SourceObject;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.codec.DecodeOptions;
import dev.shardline.image.codec.ImageDecoder;
import dev.shardline.image.codec.StandardImageDecoder;
import dev.shardline.image.codec.header.ImageHeader;
import dev.shardline.image.fingerprint.ImageFingerprint;
import dev.shardline.image.fingerprint.Thumbnail;
import dev.shardline.probe.ContentProbe;
import dev.shardline.probe.FactName;
import dev.shardline.probe.Fingerprint;
import dev.shardline.probe.HeaderFindings;
import dev.shardline.probe.SampleBytes;
import dev.shardline.storage.ByteRange;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Looks inside JPEG, PNG, TIFF, BMP and WebP files. A sample's picture is its first object.
public final class ImageProbe implements ContentProbe {
  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "bmp", "webp");
  private static final int HEAD_BYTES = 1 << 16;

  private final ImageDecoder decoder = new StandardImageDecoder();

  @Override
  public boolean reads(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot >= 0 && EXTENSIONS.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  @Override
  public HeaderFindings readHeader(SampleBytes sample) throws IOException, MalformedDataException {
    ImageHeader header = header(sample, sample.objects().getFirst());
    Map<FactName, String> facts = new EnumMap<>(FactName.class);
    facts.put(FactName.FORMAT, header.format().name().toLowerCase(Locale.ROOT));
    facts.put(FactName.WIDTH, Integer.toString(header.width()));
    facts.put(FactName.HEIGHT, Integer.toString(header.height()));
    facts.put(FactName.MODE, mode(header));
    facts.put(FactName.DECODED_BYTES, Long.toString(header.pixelBytes()));
    return new HeaderFindings(facts, null);
  }

  private static ImageHeader header(SampleBytes sample, SourceObject object)
      throws IOException, MalformedDataException {
    byte[] head = sample.read(object, new ByteRange(0, HEAD_BYTES));
    Optional<ImageHeader> header = ImageHeader.ofHead(head, object.bytes());
    return header.isPresent() ? header.get() : ImageHeader.of(whole(sample, object));
  }

  private static String mode(ImageHeader header) {
    String colours =
        switch (header.channels()) {
          case 1 -> "grey";
          case 2 -> "grey-alpha";
          case 3 -> "rgb";
          default -> "rgba";
        };
    return colours + "-" + header.bits();
  }

  @Override
  public Fingerprint fingerprint(SampleBytes sample) throws IOException, MalformedDataException {
    byte[] file = whole(sample, sample.objects().getFirst());
    ImageFingerprint found = ImageFingerprint.of(decoder.decode(file, DecodeOptions.STANDARD));
    return new Fingerprint(found.keys(), found.thumbnail().toPixels());
  }

  private static byte[] whole(SampleBytes sample, SourceObject object)
      throws IOException, MalformedDataException {
    if (object.bytes() > DecodeOptions.STANDARD_MEMORY_LIMIT) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          "file",
          "at most %d bytes".formatted(DecodeOptions.STANDARD_MEMORY_LIMIT),
          object.bytes() + " bytes");
    }
    return sample.read(object, new ByteRange(0, object.bytes()));
  }

  @Override
  public OptionalDouble confirm(Fingerprint first, Fingerprint second) {
    return ImageFingerprint.confirm(
        Thumbnail.ofPixels(first.signature()), Thumbnail.ofPixels(second.signature()));
  }
}
