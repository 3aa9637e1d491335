package dev.shardline.image.codec;

import com.github.jaiimageio.jpeg2000.impl.IISRandomAccessIO;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;
import java.awt.Point;
import java.io.IOException;
import jj2000.j2k.NotImplementedError;
import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.BitstreamReaderAgent;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.entropy.decoder.EntropyDecoder;
import jj2000.j2k.fileformat.reader.FileFormatReader;
import jj2000.j2k.image.DataBlk;
import jj2000.j2k.image.DataBlkFloat;
import jj2000.j2k.image.DataBlkInt;
import jj2000.j2k.quantization.dequantizer.Dequantizer;
import jj2000.j2k.roi.ROIDeScaler;
import jj2000.j2k.wavelet.synthesis.InverseWT;
import jj2000.j2k.wavelet.synthesis.SubbandSyn;

/// The chain of JJ2000's decoders for one component, with OpenJPEG's arithmetic where the two
/// differ: the irreversible synthesis and the rounding to integers. Of one thread.
final class Jpeg2000Codestream {
  private final HeaderDecoder header;
  private final Dequantizer dequantizer;
  private final InverseWT synthesis;

  /// Reads all headers; of the tile-parts only where they lie.
  ///
  /// @throws IOException if they are damaged
  Jpeg2000Codestream(FiniteInput input) throws IOException {
    try {
      IISRandomAccessIO source = new IISRandomAccessIO(input);
      FileFormatReader file = new FileFormatReader(source, null);
      file.readFileFormat();
      source.seek(file.getFirstCodeStreamPos());
      J2KImageReadParamJava parameters = new J2KImageReadParamJava();
      parameters.setNoROIDescaling(false);
      HeaderInfo found = new HeaderInfo();
      header = new HeaderDecoder(source, parameters, found);
      DecoderSpecs specifications = header.getDecoderSpecs();
      BitstreamReaderAgent packets =
          BitstreamReaderAgent.createInstance(
              source, header, parameters, specifications, false, found);
      EntropyDecoder blocks = header.createEntropyDecoder(packets, parameters);
      ROIDeScaler regions = header.createROIDeScaler(blocks, parameters, specifications);
      dequantizer =
          header.createDequantizer(
              regions, new int[] {header.getOriginalBitDepth(0)}, specifications);
      synthesis = InverseWT.createInstance(dequantizer, specifications);
      synthesis.setImgResLevel(packets.getImgRes());
    } catch (Error e) {
      throw damage(e);
    }
  }

  /// JJ2000 reports damage by errors of its own and by plain ones; what the machine throws is of
  /// other classes.
  private static IOException damage(Error error) {
    if (error.getClass() == Error.class || error instanceof NotImplementedError) {
      return new IOException(error.getMessage(), error);
    }
    throw error;
  }

  /// The values row by row.
  ///
  /// @throws IOException if the codestream is damaged or of another size
  int[] read(int rows, int columns) throws IOException {
    int[] values = new int[rows * columns];
    try {
      Point tiles = synthesis.getNumTiles(null);
      for (int y = 0; y < tiles.y; y++) {
        for (int x = 0; x < tiles.x; x++) {
          synthesis.setTile(x, y);
          readTile(values, rows, columns);
        }
      }
    } catch (Error e) {
      throw damage(e);
    }
    return values;
  }

  private void readTile(int[] values, int rows, int columns) throws IOException {
    int tile = synthesis.getTileIdx();
    int width = synthesis.getTileCompWidth(tile, 0);
    int height = synthesis.getTileCompHeight(tile, 0);
    int left = synthesis.getCompULX(0) - header.getImgULX();
    int top = synthesis.getCompULY(0) - header.getImgULY();
    if (left < 0 || top < 0 || left + width > columns || top + height > rows) {
      throw new IOException("a tile outside of the picture");
    }
    SubbandSyn bands = dequantizer.getSynSubbandTree(tile, 0);
    int start = top * columns + left;
    if (bands.isNode || header.getDecoderSpecs().qts.isReversible(tile, 0)) {
      replaceFilters(bands);
      DataBlk whole = new DataBlkInt(0, 0, width, height);
      copy(synthesis.getInternCompData(whole, 0), width, height, values, start, columns);
    } else {
      copyBlocks(bands, values, start, columns);
    }
  }

  /// Quantised values that no transform follows; JJ2000 would cut off their fractions.
  private void copyBlocks(SubbandSyn band, int[] values, int start, int columns) {
    DataBlk block = new DataBlkFloat();
    for (int m = 0; m < band.numCb.y; m++) {
      for (int n = 0; n < band.numCb.x; n++) {
        block = dequantizer.getInternCodeBlock(0, m, n, band, block);
        int at = start + (block.uly - band.uly) * columns + block.ulx - band.ulx;
        copy(block, block.w, block.h, values, at, columns);
      }
    }
  }

  private static void replaceFilters(SubbandSyn band) {
    if (!band.isNode) {
      return;
    }
    if (!band.hFilter.isReversible()) {
      band.hFilter = OpenJpegSynthesis.FILTER;
      band.vFilter = OpenJpegSynthesis.FILTER;
    }
    replaceFilters(band.subb_LL);
    replaceFilters(band.subb_HL);
    replaceFilters(band.subb_LH);
    replaceFilters(band.subb_HH);
  }

  private void copy(DataBlk block, int width, int height, int[] values, int start, int columns) {
    for (int y = 0; y < height; y++) {
      int from = block.offset + y * block.scanw;
      int to = start + y * columns;
      if (block instanceof DataBlkFloat reals) {
        for (int i = 0; i < width; i++) {
          // Halves to the even neighbour, as lrintf; a cast of what is too large saturates.
          values[to + i] = inRange((long) Math.rint(reals.getDataFloat()[from + i]));
        }
      } else {
        int[] integers = ((DataBlkInt) block).getDataInt();
        for (int i = 0; i < width; i++) {
          values[to + i] = inRange(integers[from + i]);
        }
      }
    }
  }

  private int inRange(long value) {
    int bits = header.getOriginalBitDepth(0);
    boolean signed = header.isOriginalSigned(0);
    long half = 1L << (bits - 1);
    return signed
        ? (int) Math.clamp(value, -half, half - 1)
        : (int) Math.clamp(value + half, 0, 2 * half - 1);
  }
}
