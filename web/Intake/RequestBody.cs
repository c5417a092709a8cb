using System.Buffers;

namespace OpsBoard.Web.Intake;

/// <summary>The whole body of one request, unpacked, in a rented array: whatever outlives the request must have been copied out of it.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int FirstGuess = 64 * 1024;
    private const string Contradiction = "The body could not be received: its length or its chunks are not what the headers say.";

    private readonly IDisposable? _place;
    private byte[] _bytes;
    private int _length;

    private RequestBody(int expected, IDisposable? place = null) => (_bytes, _place) = (ArrayPool<byte>.Shared.Rent(expected), place);

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <param name="judge">Is shown the bytes as they came, before they are unpacked; throws when they go no further.</param>
    /// <exception cref="RequestRefusedException">413: the body is longer than a request may be; 400 or 408: it came broken or too slowly.</exception>
    public static async Task<RequestBody> Read(HttpRequest request, IntakeGates gates, Action<ReadOnlyMemory<byte>> judge, CancellationToken cancellation)
    {
        if (request.ContentLength > IntakeLimits.MostBytes) throw TooLong();
        var coding = ContentCodings.Of(request);
        var body = new RequestBody((int)(request.ContentLength ?? FirstGuess) + 1);
        try
        {
            await body.Fill(request.Body, IntakeLimits.MostBytes, TooLong, cancellation);
            judge(body.Bytes);
            return coding == ContentCoding.None ? body : await body.Unpack(coding, await gates.StartUnpacking(cancellation), cancellation);
        }
        catch (BadHttpRequestException fault)
        {
            body.Dispose();
            throw NotReceived(fault);
        }
        catch (IOException) when (!cancellation.IsCancellationRequested)
        {
            body.Dispose();
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, Refusals.BodyBroken, Contradiction);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
        _place?.Dispose();
    }

    /// <summary>What stands in this body when it is unpacked; this one is done with.</summary>
    private async Task<RequestBody> Unpack(ContentCoding coding, IDisposable place, CancellationToken cancellation)
    {
        var unpacked = new RequestBody(Math.Max(FirstGuess, _length * 4), place);
        try
        {
            await using var stream = ContentCodings.Unpacking(coding, new MemoryStream(_bytes, 0, _length, writable: false));
            await unpacked.Fill(stream, IntakeLimits.MostUnpackedBytes, UnpacksTooLong, cancellation);
            Dispose();
            return unpacked;
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            unpacked.Dispose();
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, Refusals.BodyBroken, "The body is not what its content-encoding says: compress it again.");
        }
        catch
        {
            unpacked.Dispose();
            throw;
        }
    }

    private async Task Fill(Stream stream, int most, Func<RequestRefusedException> tooLong, CancellationToken cancellation)
    {
        while (await ReadSome(stream, cancellation))
        {
            if (_length > most) throw tooLong();
        }
    }

    private async Task<bool> ReadSome(Stream stream, CancellationToken cancellation)
    {
        if (_length == _bytes.Length) Grow();
        var count = await stream.ReadAsync(_bytes.AsMemory(_length), cancellation);
        _length += count;
        return count > 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }

    private static RequestRefusedException NotReceived(BadHttpRequestException fault) => fault.StatusCode == StatusCodes.Status408RequestTimeout
        ? new(fault.StatusCode, Refusals.BodyTooSlow, "The body came too slowly: send fewer items at once.")
        : new(fault.StatusCode, Refusals.BodyBroken, Contradiction);

    private static RequestRefusedException TooLong() =>
        new(StatusCodes.Status413PayloadTooLarge, Refusals.BodyTooLong, $"A request holds at most {IntakeLimits.MostBytes} bytes: send fewer items at once.");

    private static RequestRefusedException UnpacksTooLong() =>
        new(StatusCodes.Status413PayloadTooLarge, Refusals.BodyTooLong, $"A request holds at most {IntakeLimits.MostUnpackedBytes} bytes when it is unpacked: send fewer items at once.");
}
