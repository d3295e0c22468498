package org.pyconc.stdlib.compression;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.NativeModule;

/** Encoders and decoders of bzip2, xz and LZMA: the native part of {@code bz2}, {@code lzma}. */
public final class CompressionModule implements NativeModule {
  @Override
  public String name() {
    return "_streams";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "bzip2_encoder(level, /)",
        "Compresses as bzip2 does, blocks of that many 100 kB at a time.",
        level ->
            new StreamEncoder(out -> new BZip2CompressorOutputStream(out, Items.toInt(level))));
    b.function(
        "bzip2_decoder()",
        "Decompresses one stream.",
        () -> new StreamDecoder(BZip2CompressorInputStream::new));
    b.function(
        "xz_encoder(check, filters, /)",
        "Compresses as xz does.",
        (check, filters) -> LzmaStreams.xzEncoder(Items.toInt(check), filters));
    b.function(
        "lzma_encoder(filters, is_alone, /)",
        "Compresses by these filters, with the header of a .lzma file or none.",
        (filters, isAlone) -> LzmaStreams.encoder(filters, Truth.isTrue(isAlone)));
    b.function(
        "lzma_decoder(is_xz, most, /)",
        "Decompresses an .xz or a .lzma file, with at most that many bytes of memory.",
        (isXz, most) ->
            LzmaStreams.decoder(
                Truth.isTrue(isXz), most == PySingleton.NONE ? -1 : Items.toLong(most)));
    b.function(
        "raw_decoder(filters, /)", "Decompresses what has no header.", LzmaStreams::rawDecoder);
  }
}
