package dev.shardline.recipe.image;

import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.Image;
import dev.shardline.image.codec.DecodeOptions;
import dev.shardline.image.codec.ImageDecoder;
import dev.shardline.image.codec.StandardImageDecoder;
import dev.shardline.image.codec.header.ImageHeader;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceStep;
import dev.shardline.recipe.StepFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Decodes a sample's first object as a picture, by its content. A second object whose name ends in
/// the mask suffix becomes the companion `mask`.
///
/// @param decoder turns bytes into pictures
/// @param options the page to take and the most memory to use
/// @param maskSuffix what a mask's file name ends in, before its extension
record DecodeImage(ImageDecoder decoder, DecodeOptions options, String maskSuffix)
    implements SourceStep, MapStep {
  private static final String NAME = "decode-image";
  private static final int ANY_PAGE = -1;
  private static final int HEAD_BYTES = 1 << 18;

  private static final Parameter<Integer> PAGE =
      Parameter.of(
          "page",
          ParameterType.integer(ANY_PAGE, 65_534),
          ANY_PAGE,
          "page of a multi-page TIFF, from 0; -1 refuses files of several pages");
  private static final Parameter<Integer> MEMORY_LIMIT =
      Parameter.of(
          "memory-limit-mib",
          ParameterType.integer(1, 1 << 20),
          (int) (DecodeOptions.STANDARD_MEMORY_LIMIT >> 20),
          "the most memory that decoding one picture may take, in MiB");
  private static final Parameter<String> MASK_SUFFIX =
      Parameter.of(
          "mask-suffix",
          ParameterType.text(),
          "_mask",
          "what the name of a sample's mask ends in, before its extension");

  static final StepFactory FACTORY =
      new ImageStepFactory(
          NAME,
          "decodes JPEG, PNG, TIFF, BMP or WebP, whatever the file is called",
          List.of(PAGE, MEMORY_LIMIT, MASK_SUFFIX),
          DecodeImage::of);

  private static DecodeImage of(Arguments arguments) {
    int page = arguments.value(PAGE);
    return new DecodeImage(
        new StandardImageDecoder(),
        new DecodeOptions(
            page == ANY_PAGE ? OptionalInt.empty() : OptionalInt.of(page),
            (long) arguments.value(MEMORY_LIMIT) << 20),
        arguments.value(MASK_SUFFIX));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.BYTES, DataKind.IMAGE);
  }

  @Override
  public int headBytes() {
    return HEAD_BYTES;
  }

  @Override
  public Footprint predict(SourceHead head) throws MalformedDataException {
    long fileBytes = head.objects().getFirst().bytes();
    Optional<ImageHeader> header = ImageHeader.ofHead(head.head(), fileBytes);
    if (header.isEmpty()) {
      return Footprint.of(head.bytes(), options.memoryLimit() / 2, options.memoryLimit() / 2);
    }
    options.requireFits(header.get());
    long given = header.get().pixelBytes() * head.objects().size();
    return Footprint.of(head.bytes(), given, header.get().decodingBytes());
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    SourceBytes source = (SourceBytes) item.data();
    Item decoded = item.withData(decoder.decode(source.first().bytes(), options));
    for (SourceBytes.NamedBytes object : source.objects()) {
      if (isMask(object.name())) {
        return decoded.withCompanion(Item.MASK, mask(object.bytes(), ImageStep.picture(decoded)));
      }
    }
    return decoded;
  }

  private Image mask(byte[] bytes, Image image) throws MalformedDataException {
    Image mask = decoder.decode(bytes, options);
    if (mask.height() != image.height() || mask.width() != image.width()) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "mask size",
          "%dx%d as its picture".formatted(image.height(), image.width()),
          "%dx%d".formatted(mask.height(), mask.width()));
    }
    return mask;
  }

  private boolean isMask(String fileName) {
    int extension = fileName.lastIndexOf('.');
    String stem = extension < 0 ? fileName : fileName.substring(0, extension);
    return !maskSuffix.isEmpty() && stem.endsWith(maskSuffix);
  }
}
